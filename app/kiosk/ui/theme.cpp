#include "app/kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

#include "core/base/file.h"
#include "core/base/json.h"

namespace farewell::kiosk {
namespace {

constexpr std::array kColourNames = {
    "paper",  "sky1",     "sky_low", "sky2",         "sun",   "tile",     "edge", "ink",   "ink2",  "line",
    "spruce", "onspruce", "far",     "far2",         "mid",   "mid2",     "near", "near2", "grass", "rowan",
    "gold",   "path",     "focus",   "key_function", "field", "selected", "sand", "butter"};
static_assert(kColourNames.size() == static_cast<std::size_t>(Colour::count_));

constexpr std::array kRoleNames = {"goodbye", "quiet",     "welcome", "question", "sheet", "small_title",
                                   "lead",    "face_word", "button",  "body",     "key",   "legal"};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::count_));
constexpr std::size_t kDisplayRoles = static_cast<std::size_t>(Role::small_title) + 1;

/// What lies on what.
struct Pair {
  Colour on_top;
  Colour below;
  double needed;
};
constexpr std::array kPairs = {
    Pair{Colour::ink, Colour::paper, kTextContrast},
    Pair{Colour::ink, Colour::tile, kTextContrast},
    Pair{Colour::ink, Colour::sand, kTextContrast},
    Pair{Colour::ink, Colour::selected, kTextContrast},
    Pair{Colour::ink, Colour::key_function, kTextContrast},
    Pair{Colour::ink, Colour::butter, kTextContrast},
    Pair{Colour::ink, Colour::far, kTextContrast},
    Pair{Colour::ink, Colour::near, kTextContrast},
    Pair{Colour::ink, Colour::near2, kTextContrast},
    Pair{Colour::ink2, Colour::paper, kTextContrast},
    Pair{Colour::ink2, Colour::tile, kTextContrast},
    Pair{Colour::ink2, Colour::field, kTextContrast},
    Pair{Colour::onspruce, Colour::spruce, kTextContrast},
    Pair{Colour::rowan, Colour::tile, kTextContrast},
    Pair{Colour::spruce, Colour::paper, kShapeContrast},
    Pair{Colour::spruce, Colour::tile, kShapeContrast},
    Pair{Colour::spruce, Colour::selected, kShapeContrast},
    Pair{Colour::focus, Colour::tile, kShapeContrast},
};

constexpr int kDesignWidth = 1280;
constexpr int kDesignHeight = 800;
constexpr float kDesignPixelsPerMm = 5.866f;
constexpr float kDesignDiagonalMm = 257.3f;  // 10.1 inch
constexpr float kSevenInchesMm = 178;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// An object is done in its turn; its faults land in the reader that began.
void finish(JsonReader& reader) {
  [[maybe_unused]] const Status noted = reader.done();
}

std::optional<Rgb> parse_colour(std::string_view text) {
  std::array<std::uint8_t, 3> bytes{};
  bool well = text.size() == 7 && text[0] == '#';
  for (std::size_t i = 0; well && i < 3; ++i) {
    const int high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
    well = high >= 0 && low >= 0;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  if (!well) return std::nullopt;
  return Rgb{bytes[0], bytes[1], bytes[2]};
}

void read_colour(JsonReader& colours, std::size_t i, const std::string& text, Theme& theme) {
  if (const auto colour = parse_colour(text))
    theme.colours[i] = *colour;
  else
    colours.fault(kColourNames[i], "is '" + text + "', must be a colour like #1B2E29");
}

TypeStyle read_style(JsonReader style) {
  TypeStyle read;
  read.family = style.string("family", 1, 64);
  read.weight = static_cast<int>(style.integer("weight", 100, 900));
  read.px = static_cast<float>(style.optional_number("px", 8, 400).value_or(0));
  read.line = static_cast<float>(style.optional_number("line", 0.5, 3).value_or(1.25));
  return read;
}

Result<Theme> read_ours(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  const auto document = parse_json(*text, path.string());
  if (!document) return document.error();
  Theme theme;
  JsonReader reader(*document);
  JsonReader colours = reader.object("colours");
  for (std::size_t i = 0; i < kColourNames.size(); ++i)
    read_colour(colours, i, colours.string(kColourNames[i], 7, 7), theme);
  JsonReader types = reader.object("type");
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
    theme.styles[i] = read_style(types.object(kRoleNames[i]));
    theme.styles[i].display = i < kDisplayRoles;
  }
  if (auto status = reader.done(); !status) return status.error();
  return theme;
}

/// The shop's family and weight for what speaks, or for what labels.
void read_voice(JsonReader& fonts, const char* name, bool display, Theme& theme) {
  auto voice = fonts.optional_object(name);
  if (!voice) return;
  const std::string family = voice->string("family", 1, 64);
  const auto weight = voice->optional_integer("weight", 100, 900);
  for (TypeStyle& style : theme.styles) {
    if (style.display != display) continue;
    style.family = family;
    if (weight) style.weight = static_cast<int>(*weight);
  }
  finish(*voice);
}

/// Colours that a theme gives for `mood`; those for other moods are read into a theme that nobody uses.
void read_colours_of(JsonReader& reader, Mood mood, Theme& theme) {
  auto colours = reader.optional_object(to_text(mood));
  if (!colours) return;
  for (std::size_t i = 0; i < kColourNames.size(); ++i)
    if (const auto text = colours->optional_string(kColourNames[i], 7, 7))
      read_colour(*colours, i, *text, theme);
  finish(*colours);
}

Status read_winter(const std::filesystem::path& path, Theme& theme) {
  const auto text = read_file(path);
  if (!text) return text.error();
  const auto document = parse_json(*text, path.string());
  if (!document) return document.error();
  JsonReader reader(*document);
  theme.season = Season::winter;
  Theme unused;
  for (const Mood mood : kMoods) read_colours_of(reader, mood, mood == theme.mood ? theme : unused);
  return reader.done();
}

Status read_shops(const std::filesystem::path& folder, Theme& theme) {
  const auto path = folder / "theme.json";
  const auto text = read_file(path);
  if (!text) return text.error();
  const auto document = parse_json(*text, path.string());
  if (!document) return document.error();
  JsonReader reader(*document);
  theme.shop = reader.optional_string("name", 1, 64).value_or("");
  theme.art = folder / "art";
  Theme unused;
  for (const Mood mood : kMoods) read_colours_of(reader, mood, mood == theme.mood ? theme : unused);
  if (auto fonts = reader.optional_object("fonts")) {
    read_voice(*fonts, "display", true, theme);
    read_voice(*fonts, "label", false, theme);
    finish(*fonts);
  }
  return reader.done();
}

std::string ratio(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f:1", value);
  return text;
}

std::string complaint(const Theme& theme, const Pair& pair, double found) {
  const std::string top = kColourNames[static_cast<std::size_t>(pair.on_top)];
  const std::string below = kColourNames[static_cast<std::size_t>(pair.below)];
  const bool darker = luminance(theme[pair.on_top]) < luminance(theme[pair.below]);
  // Cut, not rounded: 4.46 is not 4.5.
  return top + " on " + below + " is " + ratio(std::floor(found * 10) / 10) + "; " + ratio(pair.needed) +
         " is needed; " + (darker ? "darken " : "lighten ") + top;
}

}  // namespace

const char* to_text(Mood mood) {
  constexpr std::array kNames = {"day", "dusk", "night", "contrast"};
  return kNames[static_cast<std::size_t>(mood)];
}

Status check_contrasts(const Theme& theme) {
  for (const Pair& pair : kPairs) {
    const double found = contrast(theme[pair.on_top], theme[pair.below]);
    if (found < pair.needed)
      return Error{ErrorCode::invalid, complaint(theme, pair, found), to_text(theme.mood)};
  }
  return {};
}

Result<Theme> load_theme(const std::filesystem::path& assets, Mood mood,
                         const std::filesystem::path& shop_folder, Season season) {
  auto theme = read_ours(assets / "themes" / (std::string(to_text(mood)) + ".json"));
  if (!theme) return theme;
  theme->mood = mood;
  if (season == Season::winter)
    if (const Status status = read_winter(assets / "themes" / "winter.json", *theme); !status)
      return status.error();
  if (shop_folder.empty()) return theme;
  if (const Status status = read_shops(shop_folder, *theme); !status) return status.error();
  if (const Status status = check_contrasts(*theme); !status) {
    const Error& error = status.error();
    return Error{error.code, error.message, (shop_folder / "theme.json").string() + ", " + error.context};
  }
  return theme;
}

Metrics metrics_for(int width, int height, float panel_mm_diagonal) {
  const auto w = static_cast<float>(width), h = static_cast<float>(height);
  Metrics metrics{width, height};
  // So few pixels are only built as seven-inch panels.
  if (panel_mm_diagonal <= 0 && std::min(width, height) <= 600) panel_mm_diagonal = kSevenInchesMm;
  if (panel_mm_diagonal > 0) {
    metrics.pixels_per_mm = std::hypot(w, h) / panel_mm_diagonal;
    const float growth = std::max(1.f, std::sqrt(panel_mm_diagonal / kDesignDiagonalMm));
    metrics.scale = metrics.pixels_per_mm / kDesignPixelsPerMm * growth;
  } else {
    const float across = width > height ? kDesignWidth : kDesignHeight;
    const float down = width > height ? kDesignHeight : kDesignWidth;
    metrics.scale = std::min(w / across, h / down);
    metrics.pixels_per_mm = metrics.scale * kDesignPixelsPerMm;
  }
  return metrics;
}

}  // namespace farewell::kiosk
