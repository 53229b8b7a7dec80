// The day's garden: which flower a guest gets, and where each one stands. By date and number, never by the
// answer; a flower keeps its place as others join. Pure; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/time_zone.h"

namespace farewell::kiosk {

/// The guest's own number, which settles kind, ink and place. `number` counts from 1.
std::uint32_t guest_of(const Day& day, std::uint32_t number);
/// All of a day's guests so far, oldest first.
std::vector<std::uint32_t> guests_of(const Day& day, std::uint32_t count);

/// "poppy", "daisy" …: the text is "flower.<kind>".
std::string flower_kind(std::uint32_t guest);
/// Its drawing under assets/art: "flowers/flower-01-poppy", "-b" in the other inks.
std::string flower_drawing(std::uint32_t guest);

/// The drawing of a kind in its usual inks; empty if no flower is called so.
std::string drawing_of(const std::string& kind);

/// Whether this guest's kind of flower closes at dusk.
bool closes(std::uint32_t guest);
enum class Closed {
  muted,  ///< in the garden's inks at dusk
  own,    ///< the guest's own keeps its day's inks
};
/// "blooms-closed/poppy-dusk"; only for one that closes.
std::string closed_drawing(std::uint32_t guest, Closed inks);

/// A ridge that flowers stand on, back to front. Lengths are reference pixels.
struct Ridge {
  std::function<float(float x)> y;
  float scale = 0.2f;    ///< of the drawings, which are 290 high
  float share = 1;       ///< of all flowers
  float depth = 0;       ///< how far below the ridge flowers begin to stand
  float spread = 36.4f;  ///< and through how much more, times their scale
};

struct Bed {
  float x0 = 0, x1 = 0;
  std::vector<Ridge> ridges;
  /// True where no flower of that scale may stand.
  std::function<bool(float x, float y, float scale)> avoid;
};

struct Flower {
  std::uint32_t guest = 0;
  std::size_t ridge = 0;
  float x = 0, y = 0;  ///< of its foot
  float scale = 0;
  float turn = 0;  ///< degrees
  bool flipped = false;
};

/// Beyond this many, the oldest are dots on the far hill.
inline constexpr std::size_t kMostFlowers = 240;

/// The newest kMostFlowers guests. The day's first ones each take the emptiest of 40 spots of their own
/// chance; then the newest takes the spot of the oldest, which is the emptiest there is. So a flower keeps
/// its place as others join, and a day of thousands costs no more than one of kMostFlowers. In order of the
/// spots; a flower for which no ridge has room has a scale of 0.
std::vector<Flower> plant(const std::vector<std::uint32_t>& guests, const Bed& bed);

}  // namespace farewell::kiosk
