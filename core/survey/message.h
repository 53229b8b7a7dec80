// A text with holes: "{name}, in about {minutes, plural, one {a minute} other {# minutes}}". The grammar is
// ICU's MessageFormat, but an apostrophe is only ever an apostrophe. Not which text is said (language.h).
// Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"

namespace farewell::survey {

/// What fills a hole: text as it is, or a number, written in the language's way with digits 0 to 9.
using Argument = std::variant<std::string, std::int64_t>;
/// {"name","Anna"} fills "{name}".
using Arguments = std::map<std::string, Argument>;

/// `text` with its holes filled, plurals chosen and numbers grouped as the language `tag` does. A hole that
/// nobody fills stays as it is; so does a text that is no message.
/// Source: Unicode TR35, part 3 (plurals); ICU's MessageFormat.
std::string filled(std::string_view text, std::string_view tag, const Arguments& arguments);

/// The names of a message's holes, or invalid: what is wrong with it.
Result<std::set<std::string>> holes(std::string_view text);

/// For each hole that chooses a plural, the forms it has words for: "one", "few", "other".
/// Empty for a text that is no message.
std::map<std::string, std::set<std::string>> plural_forms(std::string_view text);

}  // namespace farewell::survey
