#include "app/kiosk/ui/garden.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

constexpr std::array kKinds = {"poppy",    "daisy",       "cornflower", "tulip",
                               "harebell", "allium",      "dahlia",     "buttercup",
                               "lupin",    "cow-parsley", "twinflower", "lingonberry"};
constexpr std::array kClosing = {"poppy", "daisy", "cornflower", "tulip", "harebell", "buttercup"};
constexpr int kSpots = 40;
constexpr float kBloom = 200;  // a bloom's height over its foot, in the drawings' units

float between(std::uint64_t& random, float low, float high) {
  return low + static_cast<float>(visit::draw_share(random)) * (high - low);
}

float nearest(const std::vector<Flower>& planted, float x, float y, float scale) {
  float found = 1e9f;
  for (const Flower& other : planted) {
    const float dy = (y - kBloom * scale) - (other.y - kBloom * other.scale);
    found = std::min(found, std::hypot(x - other.x, 2.2f * dy));
  }
  return found;
}

std::size_t ridge_for(std::uint64_t& random, const Bed& bed) {
  float left = between(random, 0, 1);
  for (std::size_t i = 0; i + 1 < bed.ridges.size(); ++i) {
    if (left < bed.ridges[i].share) return i;
    left -= bed.ridges[i].share;
  }
  return bed.ridges.size() - 1;
}

/// The emptiest of a few spots on `ridge`, into `best`; false if all are to be avoided.
bool find_spot(std::uint64_t& random, const Bed& bed, std::size_t ridge_at,
               const std::vector<Flower>& planted, Flower& best) {
  const Ridge& ridge = bed.ridges[ridge_at];
  float emptiest = -1;
  for (int spot = 0; spot < kSpots; ++spot) {
    const float x = between(random, bed.x0, bed.x1);
    const float scale = ridge.scale * between(random, .84f, 1.16f);
    const float y = ridge.y(x) + ridge.depth + between(random, 0, 1) * ridge.spread * ridge.scale;
    if (bed.avoid && bed.avoid(x, y, scale)) continue;
    const float room = nearest(planted, x, y, scale);
    if (room <= emptiest) continue;
    emptiest = room;
    best = {.ridge = ridge_at, .x = x, .y = y, .scale = scale};
  }
  return emptiest >= 0;
}

/// On a ridge of its own choice, or if that is full of words on another; with no room at all, nowhere.
Flower place(std::uint32_t chance, const Bed& bed, const std::vector<Flower>& planted) {
  std::uint64_t random = chance;
  const std::size_t first = ridge_for(random, bed), count = bed.ridges.size();
  Flower best;
  for (std::size_t i = 0; i < count; ++i)
    if (find_spot(random, bed, (first + i) % count, planted, best)) break;
  return best;
}

void take_in(Flower& spot, std::uint32_t guest) {
  std::uint64_t random = guest;
  spot.guest = guest;
  spot.flipped = visit::draw_below(random, 2) == 1;
  spot.turn = between(random, -5, 5);
}

}  // namespace

std::uint32_t guest_of(const Day& day, std::uint32_t number) {
  std::uint64_t random = static_cast<std::uint64_t>(day.year) * 10'000 + day.month * 100 + day.day;
  random = visit::draw(random) + number;
  return static_cast<std::uint32_t>(visit::draw(random));
}

std::vector<std::uint32_t> guests_of(const Day& day, std::uint32_t count) {
  std::vector<std::uint32_t> guests(count);
  for (std::uint32_t i = 0; i < count; ++i) guests[i] = guest_of(day, i + 1);
  return guests;
}

std::string flower_kind(std::uint32_t guest) {
  return kKinds[guest % kKinds.size()];
}

std::string flower_drawing(std::uint32_t guest) {
  const bool other_inks = guest / kKinds.size() % 3 == 0;
  return drawing_of(flower_kind(guest)) + (other_inks ? "-b" : "");
}

std::string drawing_of(const std::string& kind) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
  if (found == kKinds.end()) return {};
  char number[32];
  std::snprintf(number, sizeof number, "flowers/flower-%02d-", static_cast<int>(found - kKinds.begin()) + 1);
  return number + kind;
}

bool closes(std::uint32_t guest) {
  const std::string kind = flower_kind(guest);
  return std::ranges::find(kClosing, kind) != kClosing.end();
}

std::string closed_drawing(std::uint32_t guest, Closed inks) {
  const bool other_inks = guest / kKinds.size() % 3 == 0;
  return "blooms-closed/" + flower_kind(guest) + (inks == Closed::muted ? "-dusk" : "-day") +
         (other_inks ? "-b" : "");
}

std::vector<Flower> plant(const std::vector<std::uint32_t>& guests, const Bed& bed) {
  std::vector<Flower> planted;
  for (std::size_t i = 0; i < std::min(guests.size(), kMostFlowers); ++i) {
    planted.push_back(place(guests[i], bed, planted));
  }
  const std::size_t first = guests.size() - planted.size();
  for (std::size_t i = first; i < guests.size(); ++i) take_in(planted[i % kMostFlowers], guests[i]);
  return planted;
}

}  // namespace farewell::kiosk
