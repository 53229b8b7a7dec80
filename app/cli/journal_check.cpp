// farewell journal check: says whether a journal is sound, and what the hub does not have of it yet.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/command.h"
#include "core/journal/journal.h"

namespace farewell::cli {
namespace {

Status run(const std::string& file) {
  const auto journal = journal::Journal::open(file, journal::Mode::read_only);
  if (!journal.ok()) return journal.error();
  const auto findings = (*journal)->check();
  if (!findings.ok()) return findings.error();
  for (const auto& finding : *findings) std::cout << finding << "\n";
  if (!findings->empty()) {
    return Error{
        ErrorCode::corrupt,
        "is damaged as said above; start the terminal, which sets it aside and keeps what is readable", file};
  }
  const auto unsent = (*journal)->unsent();
  if (!unsent.ok()) return unsent.error();
  std::cout << "sound; not yet at the hub: " << unsent->count << ", refused by it: " << unsent->dead << "\n";
  return {};
}

}  // namespace

Command journal_check(CLI::App& app) {
  auto* journal = app.add_subcommand("journal", "Looks at a terminal's journal");
  auto* check = journal->add_subcommand("check", "Says whether it is sound; the terminal may be running");
  const auto file = std::make_shared<std::string>();
  check->add_option("FILE", *file, "The journal")->required();
  return {check, [file] { return run(*file); }};
}

}  // namespace farewell::cli
