// What the fault campaign's programs share: their command line, their seeds and the lines that
// tests/faults/run.sh makes its table of. Not Catch: a campaign counts, and goes on after a failure. One
// thread calls carry_out().
//
//   PROGRAM [--tries N] [--seed S] [--part NAME]
//
// A part is carried out again and again, each time with the next seed, until its share of N is reached. A
// failure prints the command line that repeats it.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace farewell::testing {

using Random = std::mt19937_64;

/// A number from [0, limit).
inline std::uint64_t below(Random& random, std::uint64_t limit) {
  return random() % limit;
}
inline bool once_in(Random& random, std::uint64_t times) {
  return below(random, times) == 0;
}

/// Something that must hold did not.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// This machine does not allow what the part needs.
struct Skipped : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void demand(bool holds, const std::string& what) {
  if (!holds) throw Broken(what);
}
inline void must(const Status& status) {
  if (!status) throw Broken(status.error().text());
}
template <class T>
T must(Result<T> result) {
  if (!result) throw Broken(result.error().text());
  return std::move(*result);
}

struct Part {
  std::string name;
  std::string sentence;  ///< for the table
  int share = 1;         ///< of the program's tries
  /// Throws Broken or Skipped; returns how many tries this was.
  std::function<int(Random&)> once;
};

/// The exit status: 0 if nothing failed.
int carry_out(int argc, char** argv, int usual_tries, const std::vector<Part>& parts);

}  // namespace farewell::testing
