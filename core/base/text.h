// UTF-8 text as people count it: characters, not bytes or code points. Ill-formed text does no harm, its odd
// bytes count as characters. Not shaping (app/kiosk/ui/) and not languages (survey/). Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace farewell {

/// True if `text` is well-formed UTF-8 (no overlong forms, no surrogates). Source: Unicode 15, table 3-7.
bool is_utf8(std::string_view text);

/// How many extended grapheme clusters ("characters", as a person counts them). Source: UAX #29.
std::size_t grapheme_count(std::string_view utf8);

/// The first `count` extended grapheme clusters.
std::string_view grapheme_prefix(std::string_view utf8, std::size_t count);

/// Without its last extended grapheme cluster: what a backspace leaves.
std::string_view without_last_grapheme(std::string_view utf8);

/// In capitals, as no language in particular writes them: "ß" becomes "SS". Ill-formed text comes back as it
/// is.
std::string in_capitals(std::string_view utf8);

/// True if `utf8` begins with a mark, which stands on, under or beside the character before it.
bool begins_with_mark(std::string_view utf8);

/// Without white space (Unicode White_Space) at both ends.
std::string_view trimmed(std::string_view utf8);

}  // namespace farewell
