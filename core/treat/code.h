// A treat's code: eight letters and digits that a guest can say and a desk can check without a network. Says
// which of a day's treats it is, and proves that a terminal made it. Not whether it has been handed over
// (redeemed.h). Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/treat/key.h"

namespace farewell::treat {

inline constexpr int kMostSerial = 1023;

/// "K7QM-2RXD": ten bits of `serial` (1 to kMostSerial, the day's count), masked so that nobody reads off how
/// many were given; 25 bits of HMAC-SHA-256 over day and serial; and a check letter. Whoever does not have
/// the key guesses one in 33 million, for one day, in front of a person. Source: Crockford, Base 32 (0 to 9
/// and A to Z without I, L, O, U).
std::string make_code(const Key& key, const Day& day, int serial);

/// As make_code writes it, from what somebody typed: case, spaces and hyphens do not matter, O is 0, I and L
/// are 1. Errors: invalid, for what is no code or has a letter wrong or two swapped (the check letter knows).
Result<std::string> normalise_code(std::string_view typed);

/// Which of `day`'s treats it is; nothing if this key did not make it, or not for this day. `code` is
/// normalised.
std::optional<int> serial_of(std::string_view code, const Key& key, const Day& day);

}  // namespace farewell::treat
