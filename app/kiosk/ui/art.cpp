#include "app/kiosk/ui/art.h"

#include <librsvg/rsvg.h>

#include <cstdio>
#include <regex>
#include <string_view>

#include "app/kiosk/ui/scene.h"
#include "core/base/file.h"

namespace farewell::kiosk {
namespace {

constexpr std::string_view kDayInk = "#1B2E29", kDaySpruce = "#1F4A3D", kDayTile = "#FFFCF4";

std::string to_hex(Rgb colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", colour.r, colour.g, colour.b);
  return text;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Open eyes are ellipses, higher than wide; shut they are lines.
std::string with_eyes_shut(const std::string& face) {
  static const std::regex height(R"re((<ellipse [^>]*ry=")[0-9.]+")re");
  return std::regex_replace(face, height, "$013.2\"");
}

std::string file_for(const std::string& name, Mood mood) {
  if (!name.starts_with("faces/") || mood == Mood::day) return name;
  return name + (is_dark(mood) ? "-night" : "-contrast");
}

/// Drawn in spruce, with what lies upon it in the tile's colour.
bool wears_spruce(const std::string& name) {
  return name == "parts/badge" || name == "parts/mark";
}

/// Nature keeps its colours in any light; what is drawn in the interface's colours follows the theme.
bool follows_theme(const std::string& name) {
  return name.starts_with("icons/") || wears_spruce(name) || name.starts_with("parts/bee-trail") ||
         name == "parts/countdown-petal" || name.starts_with("parts/toggle");
}

}  // namespace

void Drawing::Free::operator()(void* handle) const {
  g_object_unref(handle);
}

Result<Drawing> Drawing::load(const std::filesystem::path& assets, const std::string& name,
                              const Theme& theme, Colour ink) {
  const bool shut = name.ends_with(kEyesShut);
  const std::string drawn = shut ? name.substr(0, name.size() - kEyesShut.size()) : name;
  const std::string file = file_for(drawn, theme.mood) + ".svg";
  const auto own = theme.art / file;
  const bool shops = !theme.art.empty() && std::filesystem::exists(own);
  const auto path = shops ? own : assets / "art" / file;
  auto text = read_file(path);
  if (!text) return text.error();
  if (shut) *text = with_eyes_shut(*text);
  if (follows_theme(name)) {
    replace_all(*text, kDayInk, to_hex(theme[ink]));
    replace_all(*text, kDaySpruce, to_hex(theme[Colour::spruce]));
    replace_all(*text, kDayTile, to_hex(theme[wears_spruce(name) ? Colour::onspruce : Colour::tile]));
  }
  RsvgHandle* handle =
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text->data()), text->size(), nullptr);
  if (handle == nullptr)
    return Error{ErrorCode::corrupt, "is not an SVG drawing, install it again", path.string()};
  Drawing drawing;
  drawing.handle_.reset(handle);
  return drawing;
}

void Drawing::paint(const Cairo& cairo, double x, double y, double w, double h) const {
  const RsvgRectangle box{x, y, w, h};
  rsvg_handle_render_document(static_cast<RsvgHandle*>(handle_.get()), cairo.get(), &box, nullptr);
}

}  // namespace farewell::kiosk
