#include "app/kiosk/runtime/looks.h"

#include "app/kiosk/ui/fonts.h"
#include "core/base/file.h"

namespace farewell::kiosk {
namespace {

Result<Looks::Lights> load_lights(const std::filesystem::path& assets,
                                  const std::filesystem::path& shop_folder, Season season) {
  Looks::Lights lights;
  for (const Mood mood : kMoods) {
    auto theme = load_theme(assets, mood, shop_folder, season);
    if (!theme) return theme.error();
    for (const TypeStyle& style : theme->styles) {
      if (shop_folder.empty() || has_family(style.family)) continue;
      return Error{ErrorCode::not_found,
                   "there is no font '" + style.family + "' here; lay its files into fonts/, or install them",
                   (shop_folder / "theme.json").string()};
    }
    lights[static_cast<std::size_t>(mood)] = *std::move(theme);
  }
  return lights;
}

Result<Looks> load(const std::filesystem::path& assets, const std::filesystem::path& shop_folder) {
  auto flowering = load_lights(assets, shop_folder, Season::flowering);
  if (!flowering) return flowering.error();
  auto winter = load_lights(assets, shop_folder, Season::winter);
  if (!winter) return winter.error();
  Looks looks;
  looks.flowering = *std::move(flowering);
  looks.winter = *std::move(winter);
  return looks;
}

Mood mood_of(Daylight light) {
  switch (light) {
    case Daylight::day:
      return Mood::day;
    case Daylight::dusk:
      return Mood::dusk;
    case Daylight::night:
      return Mood::night;
  }
  return Mood::day;
}

/// Where tzdata says that a zone's city lies. Read once for each zone asked for.
std::optional<Place> city_of(const std::string& zone) {
  static std::string known;
  static std::optional<Place> place;
  if (zone == known) return place;
  known = zone;
  const auto text = read_file("/usr/share/zoneinfo/zone.tab");
  place = text ? place_of_zone(*text, zone) : std::nullopt;
  return place;
}

}  // namespace

Result<Looks> load_looks(const std::filesystem::path& assets, std::optional<Mood> always, double panel_mm,
                         const std::filesystem::path& shop_folder) {
  if (!shop_folder.empty()) add_fonts(shop_folder / "fonts");
  auto looks = load(assets, shop_folder);
  if (!looks && !shop_folder.empty()) {
    const std::string complaint = looks.error().text() + "; our own theme is used";
    looks = load(assets, {});
    if (looks) looks->complaint = complaint;
  }
  if (!looks) return looks;
  looks->always = always;
  looks->panel_mm = panel_mm;
  return looks;
}

Mood mood_at(std::int64_t utc_ms, const std::optional<Place>& place, const TimeZone& zone) {
  if (const auto known = place ? place : city_of(zone.name())) return mood_of(daylight_at(utc_ms, *known));
  return mood_of(daylight_at(zone.local(utc_ms)));
}

Season season_at(std::int64_t utc_ms, const std::optional<Place>& place, const TimeZone& zone) {
  const auto known = place ? place : city_of(zone.name());
  return known && is_winter(utc_ms, *known) ? Season::winter : Season::flowering;
}

}  // namespace farewell::kiosk
