// ICU's locale for a language of ours. Inside survey/ only.
#pragma once

#include <unicode/locid.h>

#include <string_view>

namespace farewell::survey {

/// With digits 0 to 9 in every language, as on the keys and on the flowers' labels.
icu::Locale locale_of(std::string_view tag);

}  // namespace farewell::survey
