// A shop's own font files, and whether a family is here at all. Not setting type (type.h). Before the first
// Type is made; drawing thread.
#pragma once

#include <filesystem>
#include <string>

namespace farewell::kiosk {

/// Makes the font files in `folder` known to this program; a folder that is not there adds nothing.
void add_fonts(const std::filesystem::path& folder);

/// Whether fontconfig knows a family of that very name.
bool has_family(const std::string& family);

}  // namespace farewell::kiosk
