// Composed letters, and one thing that they may become. Values; any thread.
#pragma once

#include <cstddef>

#include "core/visit/private_text.h"

namespace farewell::kiosk {

/// So long may a run of composed letters be.
inline constexpr std::size_t kMostComposedBytes = 120;

struct Candidate {
  visit::PrivateText text;
  std::size_t covers = 0;  ///< how many bytes of the composed letters it stands for, from the first
  bool operator==(const Candidate&) const = default;
};

}  // namespace farewell::kiosk
