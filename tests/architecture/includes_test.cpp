// Which way is down, read from the #include lines.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "tests/architecture/sources.h"

using namespace farewell::architecture;

namespace {

std::vector<Source> core_and_app() {
  std::vector<Source> all = sources_below("core");
  for (Source& source : sources_below("app")) all.push_back(std::move(source));
  return all;
}

std::string at(const Source& source, const Include& include) {
  return source.path + ":" + std::to_string(include.line) + " includes " + include.path;
}

/// Fails for each include that matches `library` in a source that is not `allowed` to.
template <class Allowed>
void only_where(const char* library, Allowed allowed) {
  const std::regex pattern(library);
  for (const Source& source : core_and_app()) {
    for (const Include& include : source.includes) {
      if (std::regex_search(include.path, pattern) && !allowed(source)) FAIL_CHECK(at(source, include));
    }
  }
}

}  // namespace

TEST_CASE("each room of core includes only itself and the rooms below it") {
  for (const Source& source : sources_below("core")) {
    const auto room = rooms_below().find(room_of(source.path));
    INFO(source.path);
    REQUIRE(room != rooms_below().end());
    for (const Include& include : source.includes) {
      if (!include.path.starts_with("core/")) continue;
      const std::string other = room_of(include.path);
      if (other != room->first && room->second.count(other) == 0) FAIL_CHECK(at(source, include));
    }
  }
}

TEST_CASE("core includes nothing of the programs") {
  for (const Source& source : sources_below("core")) {
    for (const Include& include : source.includes) {
      if (include.path.starts_with("app/")) FAIL_CHECK(at(source, include));
    }
  }
}

TEST_CASE("the three programs never include each other") {
  for (const Source& source : sources_below("app")) {
    for (const Include& include : source.includes) {
      if (include.path.starts_with("app/") && room_of(include.path) != room_of(source.path)) {
        FAIL_CHECK(at(source, include));
      }
    }
  }
}

TEST_CASE("what is shipped includes nothing of the tests") {
  only_where("^tests/", [](const Source&) { return false; });
}

TEST_CASE("our own headers are named from the root, in quotes") {
  for (const Source& source : core_and_app()) {
    for (const Include& include : source.includes) {
      const bool ours = include.path.starts_with("core/") || include.path.starts_with("app/");
      if (ours != include.quoted) FAIL_CHECK(at(source, include));
    }
  }
}

TEST_CASE("SDL stays in the terminal's platform and ui") {
  only_where("^(SDL2/)?SDL", [](const Source& source) {
    return source.is_under("app/kiosk/platform/") || source.is_under("app/kiosk/ui/");
  });
}

TEST_CASE("Dear ImGui stays in the terminal") {
  only_where("(^|/)imgui", [](const Source& source) { return source.is_under("app/kiosk/"); });
}

TEST_CASE("SQLite stays out of headers") {
  only_where("^(sqlite3|SQLiteCpp/)", [](const Source& source) { return !source.is_header(); });
}

TEST_CASE("Boost stays in the hub") {
  only_where("^boost/", [](const Source& source) { return source.is_under("app/hub/"); });
}

TEST_CASE("curl is called in one file a program, and not in core") {
  std::map<std::string, std::set<std::string>> files;
  for (const Source& source : core_and_app()) {
    for (const Include& include : source.includes) {
      if (!include.path.starts_with("curl/")) continue;
      INFO(at(source, include));
      CHECK(source.is_under("app/"));
      files[room_of(source.path)].insert(source.path);
    }
  }
  for (const auto& [program, paths] : files) {
    INFO(program << ", and also " << *paths.rbegin());
    CHECK(paths.size() == 1);
  }
}

TEST_CASE("no file that is written by hand is over four hundred lines") {
  static const std::set<std::string> kWritten = {".h", ".cpp", ".sh", ".py", ".js", ".css", ".html"};
  const std::filesystem::path root = FAREWELL_ROOT;
  for (const char* folder : {"core", "app", "tests", "deploy", "assets"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (kWritten.count(entry.path().extension().string()) == 0) continue;
      const std::string path = std::filesystem::relative(entry.path(), root).string();
      if (path.find("/node_modules/") != path.npos) continue;  // npm's
      const std::string text = read_text(path);
      const auto lines = std::count(text.begin(), text.end(), '\n');
      if (lines > 400) FAIL_CHECK(path << " has " << lines << " lines, split it");
    }
  }
}

TEST_CASE("each header opens by saying what it is, and is included once") {
  for (const Source& source : core_and_app()) {
    if (!source.is_header()) continue;
    INFO(source.path);
    REQUIRE_FALSE(source.lines.empty());
    CHECK(source.lines[0].starts_with("// "));
    CHECK(std::find(source.lines.begin(), source.lines.end(), "#pragma once") != source.lines.end());
  }
}
