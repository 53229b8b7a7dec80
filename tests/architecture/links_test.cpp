// Which way is down, read from what the targets link.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/architecture/sources.h"

using namespace farewell::architecture;

namespace {

/// The libraries that are not ours, and what core/README.md calls them.
const std::map<std::string, std::string> kLibraries = {
    {"nlohmann_json::nlohmann_json", "nlohmann/json"},
    {"ICU::i18n", "ICU"},
    {"ICU::uc", "ICU"},
    {"date::date-tz", "date"},
    {"PkgConfig::sodium", "libsodium"},
    {"SQLiteCpp", "SQLite"},
    {"ZLIB::ZLIB", "zlib"},
    {"fmt::fmt", "fmt"},
    {"Threads::Threads", ""},  // the C library's own
};

/// target → what it links, from every target_link_libraries of a CMakeLists.txt.
std::map<std::string, std::set<std::string>> links_in(const std::string& path) {
  static const std::regex kCall(R"(target_link_libraries\(([^)]*)\))");
  std::string text = std::regex_replace(read_text(path), std::regex("#[^\n]*"), "");
  std::map<std::string, std::set<std::string>> links;
  for (std::sregex_iterator call(text.begin(), text.end(), kCall), end; call != end; ++call) {
    std::istringstream words((*call)[1].str());
    std::string target;
    words >> target;
    for (std::string word; words >> word;) {
      if (word != "PUBLIC" && word != "PRIVATE" && word != "INTERFACE") links[target].insert(word);
    }
  }
  return links;
}

bool is_ours(const std::string& library) {
  return library.starts_with("farewell_");
}

/// What core's rooms link, by room. Each room is one target, named after it.
std::map<std::string, std::set<std::string>> links_of_core() {
  std::map<std::string, std::set<std::string>> links;
  for (const auto& [room, below] : rooms_below()) {
    const std::string path = "core/" + room + "/CMakeLists.txt";
    if (!std::filesystem::exists(std::filesystem::path(FAREWELL_ROOT) / path)) continue;
    for (const auto& [target, libraries] : links_in(path)) {
      INFO(path);
      CHECK(target == "farewell_" + room);
      links[room] = libraries;
    }
  }
  return links;
}

}  // namespace

TEST_CASE("each room of core links only the rooms below it") {
  for (const auto& [room, libraries] : links_of_core()) {
    for (const std::string& library : libraries) {
      INFO("core/" << room << " links " << library);
      if (is_ours(library)) CHECK(rooms_below().at(room).count(library.substr(9)) == 1);
    }
  }
}

TEST_CASE("every room whose headers are included is linked") {
  const auto links = links_of_core();
  for (const Source& source : sources_below("core")) {
    const std::string room = room_of(source.path);
    // What a room links brings what that links in its turn.
    std::set<std::string> reached = {room};
    for (std::size_t before = 0; before != reached.size();) {
      before = reached.size();
      for (const std::string& from : std::set<std::string>(reached)) {
        if (links.count(from) == 0) continue;
        for (const std::string& library : links.at(from)) {
          if (is_ours(library)) reached.insert(library.substr(9));
        }
      }
    }
    for (const Include& include : source.includes) {
      INFO(source.path << " includes " << include.path);
      if (include.path.starts_with("core/")) CHECK(reached.count(room_of(include.path)) == 1);
    }
  }
}

TEST_CASE("every library that core links is explained in core/README.md") {
  const std::string readme = read_text("core/README.md");
  for (const auto& [room, libraries] : links_of_core()) {
    for (const std::string& library : libraries) {
      if (is_ours(library)) continue;
      INFO("core/" << room << " links " << library);
      REQUIRE(kLibraries.count(library) == 1);
      CHECK(readme.find(kLibraries.at(library)) != std::string::npos);
    }
  }
}

TEST_CASE("the three programs never link each other") {
  const std::filesystem::path root = FAREWELL_ROOT;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "app")) {
    if (entry.path().filename() != "CMakeLists.txt") continue;
    const std::string path = std::filesystem::relative(entry.path(), root).string();
    for (const auto& [target, libraries] : links_in(path)) {
      for (const std::string& library : libraries) {
        for (const char* program : {"kiosk", "hub", "cli"}) {
          INFO(path << ": " << target << " links " << library);
          if (library.starts_with("farewell_" + std::string(program))) CHECK(room_of(path) == program);
        }
      }
    }
  }
}
