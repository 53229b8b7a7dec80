// How the terminal looks: our themes with the shop's own over them, one for each light, and which light it is
// and season it is by the sun over the site. Loaded once at start; drawing thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"
#include "core/base/sun.h"

namespace farewell::kiosk {

struct Looks {
  using Lights = std::array<Theme, kMoods.size()>;  ///< in the order of kMoods
  Lights flowering, winter;
  std::optional<Mood> always;           ///< nothing: by the sun
  std::optional<Season> always_season;  ///< nothing: by the sun, too
  std::optional<Place> place;           ///< of the site; nothing: its time zone's city
  double panel_mm = 0;                  ///< the panel's diagonal; 0: not known
  Motion motion = Motion::full;
  std::int64_t scan_step_ms = 1500;  ///< how long the focus rests on each choice, for one switch
  std::string complaint;             ///< why the shop's own theme is not used; empty: it is, or there is none

  const Theme& of(Mood mood, Season season) const {
    return (season == Season::winter ? winter : flowering)[static_cast<std::size_t>(mood)];
  }
};

/// `shop_folder` empty: ours alone. A theme of the shop's that does not load leaves ours, with a complaint.
/// Errors: as load_theme, for ours.
Result<Looks> load_looks(const std::filesystem::path& assets, std::optional<Mood> always, double panel_mm,
                         const std::filesystem::path& shop_folder = {});

/// The light over `place`; without one, over the principal city of the IANA zone `zone`; without that, by the
/// clock on the wall.
Mood mood_at(std::int64_t utc_ms, const std::optional<Place>& place, const TimeZone& zone);

/// Winter over `place`, or over the zone's city; where neither is known, never.
Season season_at(std::int64_t utc_ms, const std::optional<Place>& place, const TimeZone& zone);

}  // namespace farewell::kiosk
