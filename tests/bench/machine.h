// What a figure was measured on, so that it means something to who reads it later.
#pragma once

#include "core/base/json.h"

namespace farewell::bench {

/// Processor, cores, memory, kernel, and whether this build is one to measure at all.
Json machine();

/// The middle one of `figures`, which must not be empty.
double median(std::vector<double> figures);

}  // namespace farewell::bench
