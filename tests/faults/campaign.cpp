#include "tests/faults/campaign.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>

namespace farewell::testing {
namespace {

struct Wish {
  std::string program;
  std::int64_t tries = 0;
  std::uint64_t seed = 0;
  std::string part;  ///< empty: all
};

/// Nothing if it cannot be understood.
std::optional<Wish> read_wish(int argc, char** argv, int usual_tries) {
  const std::string path = argv[0];
  Wish wish{path.substr(path.rfind('/') + 1), usual_tries, std::random_device()(), ""};
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i];
    if (i + 1 == argc) return std::nullopt;
    if (option == "--tries") {
      wish.tries = std::strtoll(argv[i + 1], nullptr, 10);
    } else if (option == "--seed") {
      wish.seed = std::strtoull(argv[i + 1], nullptr, 10);
    } else if (option == "--part") {
      wish.part = argv[i + 1];
    } else {
      return std::nullopt;
    }
  }
  return wish;
}

int usage(const Wish& wish, const std::vector<Part>& parts) {
  std::cout << "usage: " << wish.program << " [--tries N] [--seed S] [--part";
  for (const Part& part : parts) std::cout << (&part == &parts.front() ? " " : "|") << part.name;
  std::cout << "]\n";
  return 2;
}

struct Tally {
  std::int64_t tries = 0;
  int failures = 0;
  std::string skipped;
};

Tally carry_out(const Part& part, const Wish& wish, std::int64_t tries) {
  constexpr int kEnough = 20;  // as many failures say as much as more would
  Tally tally;
  for (std::uint64_t seed = wish.seed; tally.tries < tries && tally.failures < kEnough; ++seed) {
    Random random(seed);
    try {
      tally.tries += part.once(random);
      continue;
    } catch (const Skipped& skipped) {
      tally.skipped = skipped.what();
      return tally;
    } catch (const std::exception& broken) {
      std::cout << "FAILED " << broken.what() << "\n  again: " << wish.program << " --part " << part.name
                << " --tries 1 --seed " << seed << std::endl;
    }
    ++tally.failures;
    ++tally.tries;
  }
  return tally;
}

void print_row(const Part& part, const Tally& tally, double seconds) {
  if (!tally.skipped.empty()) {
    std::cout << "| " << part.sentence << " | skipped: " << tally.skipped << " | | |" << std::endl;
    return;
  }
  std::cout << "| " << part.sentence << " | " << tally.tries << " | " << tally.failures << " | ";
  std::printf("%.1f |\n", seconds);
  std::fflush(stdout);
}

}  // namespace

int carry_out(int argc, char** argv, int usual_tries, const std::vector<Part>& parts) {
  const auto wish = read_wish(argc, argv, usual_tries);
  if (!wish) return usage({argv[0], 0, 0, ""}, parts);
  std::int64_t shares = 0;
  for (const Part& part : parts)
    if (wish->part.empty() || wish->part == part.name) shares += part.share;
  if (shares == 0) return usage(*wish, parts);
  std::cout << wish->program << " --seed " << wish->seed << std::endl;
  int failures = 0;
  for (const Part& part : parts) {
    if (!wish->part.empty() && wish->part != part.name) continue;
    const auto began = std::chrono::steady_clock::now();
    const Tally tally = carry_out(part, *wish, std::max<std::int64_t>(1, wish->tries * part.share / shares));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    print_row(part, tally, took.count());
    failures += tally.failures;
  }
  return failures == 0 ? 0 : 1;
}

}  // namespace farewell::testing
