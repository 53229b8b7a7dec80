// farewell treat check: whether a guest's code is genuine, for today, and not handed over before. Works at a
// desk without a network: it needs the terminals' keys and a file of its own.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/journal_zone.h"
#include "core/base/clock.h"
#include "core/treat/code.h"
#include "core/treat/redeemed.h"

namespace farewell::cli {
namespace {

constexpr int kDaysBack = 366;  // to say of an old code when it was good

struct Options {
  std::string code;
  std::vector<std::string> keys;
  std::string journal;
  std::string time_zone;
};

/// A code that one of the keys made.
struct Genuine {
  Day day;
  int serial = 0;
};

std::optional<Genuine> found_for(const std::string& code, const std::vector<treat::Key>& keys,
                                 const Day& day) {
  for (const treat::Key& key : keys) {
    if (const auto serial = treat::serial_of(code, key, day)) return Genuine{day, *serial};
  }
  return std::nullopt;
}

/// Today first; then tomorrow, in case of a clock that is wrong, and the days before.
std::optional<Genuine> look_up(const std::string& code, const std::vector<treat::Key>& keys,
                               const Day& today) {
  if (const auto found = found_for(code, keys, today)) return found;
  if (const auto found = found_for(code, keys, next_day(today))) return found;
  Day day = today;
  for (int back = 0; back < kDaysBack; ++back) {
    day = previous_day(day);
    if (const auto found = found_for(code, keys, day)) return found;
  }
  return std::nullopt;
}

Result<std::vector<treat::Key>> keys_of(const Options& options) {
  std::vector<treat::Key> keys;
  for (const std::string& file : options.keys) {
    const auto key = treat::load_key(file);
    if (!key) return key.error();
    keys.push_back(*key);
  }
  return keys;
}

Error not_today(const std::string& code, const Day& day, const Day& today) {
  if (day < today) return {ErrorCode::invalid, "was good on " + to_text(day) + " only", code};
  return {ErrorCode::invalid,
          "is for " + to_text(day) + ", and here it is " + to_text(today) +
              "; one of the two clocks or time zones is wrong",
          code};
}

Status hand_over(const std::string& file, const std::string& code, const Genuine& genuine,
                 const TimeZone& zone, std::int64_t now_ms) {
  auto redeemed = treat::Redeemed::open(file);
  if (!redeemed) return redeemed.error();
  const auto before = redeemed->redeem(code, genuine.day, now_ms);
  if (!before) return before.error();
  if (!*before) return {};
  const LocalTime at = zone.local(**before);
  const std::string minute = (at.minute < 10 ? "0" : "") + std::to_string(at.minute);
  return Error{ErrorCode::conflict,
               "was handed over already, today at " + std::to_string(at.hour) + ":" + minute, code};
}

Status run(const Options& options) {
  const auto code = treat::normalise_code(options.code);
  if (!code) return code.error();
  const auto keys = keys_of(options);
  if (!keys) return keys.error();
  const auto zone = journal_zone(options.keys.front(), options.time_zone);
  if (!zone) return zone.error();
  const std::int64_t now_ms = SystemClock().utc_ms();
  const Day today = zone->local(now_ms).day;
  const auto genuine = look_up(*code, *keys, today);
  if (!genuine) return Error{ErrorCode::invalid, "is not one of ours", *code};
  if (genuine->day != today) return not_today(*code, genuine->day, today);
  if (options.journal.empty()) {
    std::cout << *code << " is genuine, treat " << genuine->serial
              << " of today; whether it was handed over is not known without --journal\n";
    return {};
  }
  if (const Status first = hand_over(options.journal, *code, *genuine, *zone, now_ms); !first) return first;
  std::cout << *code << " is genuine, treat " << genuine->serial << " of today, and now handed over\n";
  return {};
}

}  // namespace

Command treat_check(CLI::App& app) {
  auto* treat = app.add_subcommand("treat", "Looks at guests' treats");
  auto* check = treat->add_subcommand("check", "Says whether a code is good, and marks it handed over");
  const auto options = std::make_shared<Options>();
  check->add_option("CODE", options->code, "As the guest shows or says it")->required();
  check->add_option("--key", options->keys, "A terminal's treats.key; once for each terminal")
      ->required()
      ->type_name("FILE");
  check->add_option("--journal", options->journal, "The desk's own file of codes handed over")
      ->type_name("FILE");
  check->add_option("--time-zone", options->time_zone, "The shop's, if this machine has another")
      ->type_name("ZONE");
  return {check, [options] { return run(*options); }};
}

}  // namespace farewell::cli
