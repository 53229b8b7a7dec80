// Where the programs find assets/: languages, themes, art, the hub's pages. Decided when the build is
// configured (FAREWELL_ASSETS): the source tree for a developer, /usr/share/farewell for a package. Not what
// a shop adds. Any thread may call it.
#pragma once

#include <filesystem>

namespace farewell {

/// An absolute path.
std::filesystem::path assets_folder();

}  // namespace farewell
