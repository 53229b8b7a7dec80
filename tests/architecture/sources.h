// The project's own sources, as texts to be looked at by tests.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace farewell::architecture {

struct Include {
  std::string path;
  bool quoted = false;  ///< "path" rather than <path>
  int line = 0;
};

struct Source {
  std::string path;  ///< from the project's root: "core/base/json.cpp"
  std::vector<std::string> lines;
  std::vector<Include> includes;

  bool is_header() const { return path.ends_with(".h"); }
  bool is_under(std::string_view folder) const { return path.starts_with(folder); }
};

/// Every .h and .cpp below `folder` ("core", "app", "tests"), ordered by path.
std::vector<Source> sources_below(const std::string& folder);

/// "base" of "core/base/json.h": the part after the first; empty if there is none.
std::string room_of(std::string_view path);

/// The rooms of core, and for each the rooms below it, whose headers it may include and whose targets it may
/// link.
const std::map<std::string, std::set<std::string>>& rooms_below();

std::string read_text(const std::string& path);

}  // namespace farewell::architecture
