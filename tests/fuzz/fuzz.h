// What the targets share: the bytes as text, and a promise that ends the run when it is broken. A target is
// one parser of outside data; libFuzzer gives it bytes, and it holds the parser to what its header says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/base/result.h"

namespace farewell::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Not an assertion: it holds in every build.
inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

/// A refusal says why, on one line.
inline void promise_words(const Error& error) {
  promise(!error.message.empty(), "an error says something");
  promise(error.text().find('\n') == std::string::npos, "an error is one line");
}

}  // namespace farewell::fuzz
