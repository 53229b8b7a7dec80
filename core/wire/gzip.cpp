#include "core/wire/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace farewell::wire {
namespace {

constexpr int kGzipWindowBits = 15 + 16;  // zlib's way to ask for gzip rather than its own wrapping
constexpr int kMemoryLevel = 8;

Bytef* input_of(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib reads and never writes it
}

}  // namespace

std::string compress(std::string_view plain) {
  z_stream stream{};
  [[maybe_unused]] const int ready = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindowBits,
                                                  kMemoryLevel, Z_DEFAULT_STRATEGY);
  assert(ready == Z_OK);
  std::string packed(deflateBound(&stream, static_cast<uLong>(plain.size())), '\0');
  stream.next_in = input_of(plain);
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  [[maybe_unused]] const int done = deflate(&stream, Z_FINISH);
  assert(done == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

Result<std::string> decompress(std::string_view packed, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindowBits) != Z_OK) {
    return Error{ErrorCode::unavailable, "no memory to inflate gzip", ""};
  }
  stream.next_in = input_of(packed);
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string plain;
  std::array<char, 16384> piece;
  int outcome = Z_OK;
  while (outcome == Z_OK && plain.size() <= max_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    outcome = inflate(&stream, Z_NO_FLUSH);
    plain.append(piece.data(), piece.size() - stream.avail_out);
  }
  const bool whole = outcome == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (plain.size() > max_bytes) {
    return Error{ErrorCode::too_large, "inflates to more than " + std::to_string(max_bytes) + " bytes", ""};
  }
  if (!whole) return Error{ErrorCode::invalid, "is not one whole gzip member", ""};
  return plain;
}

}  // namespace farewell::wire
