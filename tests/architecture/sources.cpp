#include "tests/architecture/sources.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace farewell::architecture {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = FAREWELL_ROOT;

Source read_source(const fs::path& file) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)");
  Source source;
  source.path = fs::relative(file, kRoot).string();
  std::istringstream text(read_text(source.path));
  for (std::string line; std::getline(text, line);) {
    source.lines.push_back(line);
    std::smatch match;
    if (std::regex_match(line, match, kInclude)) {
      source.includes.push_back({match[2], match[1] == "\"", static_cast<int>(source.lines.size())});
    }
  }
  return source;
}

}  // namespace

std::vector<Source> sources_below(const std::string& folder) {
  std::vector<Source> sources;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".h" || extension == ".cpp") sources.push_back(read_source(entry.path()));
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  REQUIRE_FALSE(sources.empty());
  return sources;
}

std::string room_of(std::string_view path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  if (first == path.npos || second == path.npos) return "";
  return std::string(path.substr(first + 1, second - first - 1));
}

const std::map<std::string, std::set<std::string>>& rooms_below() {
  static const std::map<std::string, std::set<std::string>> rooms = {
      {"base", {}},
      {"survey", {"base"}},
      {"visit", {"base", "survey"}},
      {"treat", {"base"}},
      {"wire", {"base", "survey"}},
      {"journal", {"base", "survey", "wire"}},
      {"sync", {"base", "survey", "wire", "journal"}},
      {"report", {"base", "survey", "wire"}},
      {"export", {"base", "survey", "wire", "report"}},
  };
  return rooms;
}

std::string read_text(const std::string& path) {
  std::ifstream file(kRoot / path);
  INFO(path);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace farewell::architecture
