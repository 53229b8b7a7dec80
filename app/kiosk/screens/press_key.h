// What typing means, beside press_key itself (screens.h): pure text, no layout. Any thread.
#pragma once

#include <string_view>

namespace farewell::kiosk {

/// True if the next letter is the first of a sentence: nothing yet, or white space after . ! or ?
bool starts_sentence(std::string_view text);

}  // namespace farewell::kiosk
