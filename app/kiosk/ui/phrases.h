// Where a line of Japanese or Korean may end. Their scripts could be broken between any two letters, which
// tears words apart; readers expect it between words or phrases. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell::kiosk {

/// The same text with word joiners where no line is to end: in Korean within words; in a line that says where
/// it may be broken (U+200B, as our Japanese does) everywhere else. Others as they are: a shop's own.
/// `language` is BCP 47. Source: UAX #14, class WJ.
std::string kept_together(const std::string& text, std::string_view language);

}  // namespace farewell::kiosk
