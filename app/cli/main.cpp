// farewell: responses out of journals and hubs, and a look at whether files and guests' codes are sound.
#include <CLI/CLI.hpp>
#include <iostream>
#include <vector>

#include "app/cli/command.h"

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

int usage(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  std::cerr << "farewell: " << error.what() << " (see farewell --help)\n";
  return kWrongUsage;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Takes answers out of Farewell's journals and hubs, and checks its files and treats.",
               "farewell");
  app.set_version_flag("--version", "farewell " FAREWELL_VERSION);
  app.footer("Exit status: 0 done, 1 failed, 2 wrong usage.");
  const std::vector<farewell::cli::Command> commands = {
      farewell::cli::export_command(app), farewell::cli::journal_check(app), farewell::cli::survey_check(app),
      farewell::cli::treat_check(app)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage(app, error);
  }
  for (const auto& command : commands) {
    if (!command.parser->parsed()) continue;
    const farewell::Status status = command.run();
    if (status.ok()) return kDone;
    std::cerr << "farewell: " << status.error().text() << "\n";
    return kFailed;
  }
  std::cerr << "farewell: no command was given (see farewell --help)\n";
  return kWrongUsage;
}
