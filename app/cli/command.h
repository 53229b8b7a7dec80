// One command of `farewell`: its options, and what it does once they are read. A file per command; main.cpp
// chooses. Single-threaded, as the whole program.
#pragma once

#include <CLI/App.hpp>
#include <functional>

#include "core/base/result.h"

namespace farewell::cli {

struct Command {
  const CLI::App* parser;
  std::function<Status()> run;  ///< its error becomes the one line on stderr
};

/// farewell export
Command export_command(CLI::App& app);
/// farewell journal check
Command journal_check(CLI::App& app);
/// farewell survey check
Command survey_check(CLI::App& app);
/// farewell treat check
Command treat_check(CLI::App& app);

}  // namespace farewell::cli
