// The real program with Debian's dictionaries, and programs that behave badly.
#include "app/kiosk/platform/converter.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <future>
#include <iostream>

#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

/// Waits for the notices that a converter posts.
struct Listener {
  std::vector<CandidatesFound> hear() {
    std::unique_lock lock(mutex);
    REQUIRE(told.wait_for(lock, std::chrono::seconds(30), [this] { return posts > 0; }));
    posts = 0;
    std::vector<CandidatesFound> found;
    for (Notice& notice : notices.take())
      if (auto* one = std::get_if<CandidatesFound>(&notice)) found.push_back(std::move(*one));
    return found;
  }

  std::mutex mutex;
  std::condition_variable told;
  int posts = 0;
  Notices notices{[this] {
    const std::scoped_lock lock(mutex);
    ++posts;
    told.notify_one();
  }};
};

/// A program of this text that can be run.
std::filesystem::path script(const testing::TempDir& dir, const std::string& text) {
  const auto path = dir / "program";
  std::ofstream(path) << "#!/bin/sh\n" << text << "\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

}  // namespace

TEST_CASE("composed letters come back as candidates, in either language") {
  Listener listener;
  Converter converter(INPUT_METHOD, listener.notices);
  converter.ask("zh", "nihao");
  auto found = listener.hear();
  REQUIRE(found.size() == 1);
  CHECK(found[0].composing == "nihao");
  REQUIRE_FALSE(found[0].candidates.empty());
  CHECK(found[0].candidates[0] == Candidate{"你好", 5});
  converter.ask("ja", "ありがとう");
  found = listener.hear();
  REQUIRE(found.size() == 1);
  CHECK(found[0].candidates.front().text == "ありがとう");
}

TEST_CASE("after a visit, the next one is answered as well") {
  Listener listener;
  Converter converter(INPUT_METHOD, listener.notices);
  converter.ask("zh", "ni");
  listener.hear();
  converter.ask({}, {});
  converter.ask("zh", "hao");
  const auto found = listener.hear();
  REQUIRE(found.size() == 1);
  CHECK(found[0].composing == "hao");
}

TEST_CASE("the process ends with its object, whatever it is doing") {
  pid_t pid = 0;
  {
    InputProcess process(INPUT_METHOD, "zh");
    REQUIRE(process.candidates("nihao"));
    pid = process.pid();
    CHECK(kill(pid, 0) == 0);
  }
  CHECK(kill(pid, 0) != 0);
}

TEST_CASE("the process holds no file of the terminal's") {
  InputProcess process(INPUT_METHOD, "ja");
  REQUIRE(process.candidates("か"));
  if (geteuid() != 0) {
    std::cout << "skipped: only root may look into a process that keeps its memory private\n";
    return;
  }
  const auto folder = std::filesystem::path("/proc") / std::to_string(process.pid()) / "fd";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = std::filesystem::read_symlink(entry.path()).string();
    INFO(file);
    CHECK((file == "/dev/null" || file.starts_with("socket:") || file.find("anthy") != std::string::npos));
  }
}

TEST_CASE("a program that is not there is an error that names it") {
  InputProcess process("/nonexistent/farewell-input-method", "zh");
  const auto none = process.candidates("ni");
  REQUIRE_FALSE(none);
  CHECK(none.error().text().find("/nonexistent/farewell-input-method") != std::string::npos);
}

TEST_CASE("a program that ends at once is an error") {
  const testing::TempDir dir;
  InputProcess process(script(dir, "exit 1"), "zh");
  CHECK_FALSE(process.candidates("ni"));
}

TEST_CASE("lines that are no candidates are passed over") {
  const testing::TempDir dir;
  InputProcess process(script(dir, "read line; printf 'what?\\n2\\t你\\n\\n'; read line"), "zh");
  const auto found = process.candidates("ni");
  REQUIRE(found);
  CHECK(*found == std::vector<Candidate>{{"你", 2}});
}

TEST_CASE("the program is looked for beside the running one and in libexec") {
  CHECK(input_method_program().filename() == "farewell-input-method");
}
