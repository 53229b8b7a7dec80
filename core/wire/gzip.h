// Gzip of whole small texts, for uploads. A bomb stops at the limit. Source: RFC 1952. Not a stream and not a
// file format. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell::wire {

/// One gzip member.
std::string compress(std::string_view plain);

/// The text of exactly one gzip member with nothing after it. Errors: too_large as soon as more than
/// `max_bytes` come out; invalid for anything that is not whole gzip.
Result<std::string> decompress(std::string_view packed, std::size_t max_bytes);

}  // namespace farewell::wire
