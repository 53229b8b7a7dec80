#include "app/kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

#include "core/base/file.h"
#include "core/base/json.h"

namespace farewell::kiosk {
namespace {

constexpr std::array kColourNames = {"paper", "sky1",         "sky2",   "sun",      "tile",  "edge",  "ink",
                                     "ink2",  "line",         "spruce", "onspruce", "far",   "far2",  "mid",
                                     "mid2",  "near",         "near2",  "grass",    "rowan", "gold",  "path",
                                     "focus", "key_function", "field",  "selected", "sand",  "butter"};
static_assert(kColourNames.size() == static_cast<std::size_t>(Colour::count_));

constexpr std::array kRoleNames = {"goodbye", "quiet",     "welcome", "question", "sheet", "small_title",
                                   "lead",    "face_word", "button",  "body",     "key",   "legal"};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::count_));

constexpr int kDesignWidth = 1280;
constexpr int kDesignHeight = 800;
constexpr float kDesignPixelsPerMm = 5.866f;
constexpr float kSevenInchesMm = 178;

const char* file_of(Mood mood) {
  switch (mood) {
    case Mood::day:
      return "day.json";
    case Mood::night:
      return "night.json";
    case Mood::contrast:
      return "contrast.json";
  }
  return "";
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Rgb read_colour(JsonReader& colours, const char* name) {
  const std::string text = colours.string(name, 7, 7);
  std::array<std::uint8_t, 3> bytes{};
  bool well = text.size() == 7 && text[0] == '#';
  for (std::size_t i = 0; well && i < 3; ++i) {
    const int high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
    well = high >= 0 && low >= 0;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  if (!well) colours.fault(name, "is '" + text + "', must be a colour like #1B2E29");
  return {bytes[0], bytes[1], bytes[2]};
}

TypeStyle read_style(JsonReader& types, const char* name) {
  JsonReader style = types.object(name);
  TypeStyle read;
  read.family = style.string("family", 1, 64);
  read.weight = static_cast<int>(style.integer("weight", 100, 900));
  read.px = static_cast<float>(style.optional_number("px", 8, 400).value_or(0));
  read.line = static_cast<float>(style.optional_number("line", 0.5, 3).value_or(1.25));
  return read;
}

}  // namespace

Result<Theme> load_theme(const std::filesystem::path& assets, Mood mood) {
  const auto path = assets / "themes" / file_of(mood);
  const auto text = read_file(path);
  if (!text) return text.error();
  const auto document = parse_json(*text, path.string());
  if (!document) return document.error();

  Theme theme;
  theme.mood = mood;
  JsonReader reader(*document);
  JsonReader colours = reader.object("colours");
  for (std::size_t i = 0; i < kColourNames.size(); ++i)
    theme.colours[i] = read_colour(colours, kColourNames[i]);
  JsonReader types = reader.object("type");
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) theme.styles[i] = read_style(types, kRoleNames[i]);
  if (auto status = reader.done(); !status) return status.error();
  return theme;
}

Metrics metrics_for(int width, int height, float panel_mm_diagonal) {
  const auto w = static_cast<float>(width), h = static_cast<float>(height);
  Metrics metrics{width, height, 1};
  // So few pixels are only built as seven-inch panels.
  if (panel_mm_diagonal <= 0 && std::min(width, height) <= 600) panel_mm_diagonal = kSevenInchesMm;
  if (panel_mm_diagonal > 0) {
    metrics.scale = std::hypot(w, h) / panel_mm_diagonal / kDesignPixelsPerMm;
  } else {
    const float across = width > height ? kDesignWidth : kDesignHeight;
    const float down = width > height ? kDesignHeight : kDesignWidth;
    metrics.scale = std::min(w / across, h / down);
  }
  return metrics;
}

}  // namespace farewell::kiosk
