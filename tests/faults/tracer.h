// Runs a program under ptrace(2), counts the system calls by which it changes files, and ends it at the entry
// of one of them, so that the call itself is not carried out. Also keeps account of what is written and not
// yet synced. One thread, one child at a time; Linux.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace farewell::testing {

enum class Meeting { kill, no_space, input_output_error, short_write };

struct Run {
  int writing_calls = 0;  ///< met, the one it was ended at included
  bool was_killed = false;
  int exit_code = -1;           ///< when it was not killed
  std::string output;           ///< its standard output
  std::vector<std::string> at;  ///< the writing calls in words, for messages
  /// Lines written to standard output while something written before was not synced yet.
  std::vector<std::string> told_too_soon;
};

/// Lets `program` run until its writing call number `at` (from 1), which is not carried out: the program is
/// killed there, or told that the call failed; or it is carried out by half, if it writes more than a byte.
/// 0: lets it run to its end.
Run run_traced(const std::vector<std::string>& program, int at, Meeting meeting = Meeting::kill);

}  // namespace farewell::testing
