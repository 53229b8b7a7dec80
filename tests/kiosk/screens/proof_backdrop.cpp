#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/land.h"
#include "app/kiosk/ui/pixels.h"
#include "core/base/assets.h"
#include "tests/kiosk/screens/proof.h"

namespace farewell::kiosk::proof {
namespace {

constexpr float kShare = .25f;

std::string number(float value) {
  return std::to_string(std::lround(value)) + "|";
}

Pixels paint(const Shown& shown, const Picture& picture) {
  const float w = std::max(picture.rect.w * kShare, 1.f), h = std::max(picture.rect.h * kShare, 1.f);
  const auto drawing = Drawing::load(assets_folder(), picture.name, shown.theme, picture.ink);
  if (!drawing) return {};
  const Surface surface = new_surface(static_cast<int>(std::ceil(w)), static_cast<int>(std::ceil(h)));
  drawing->paint(new_cairo(surface), 0, 0, w, h);
  Pixels pixels = to_pixels(surface);
  if (picture.turn != 0) pixels = turned(pixels, picture.turn);
  if (picture.mirrored)
    for (int y = 0; y < pixels.height; ++y)
      std::reverse(pixels.argb.begin() + y * pixels.width, pixels.argb.begin() + (y + 1) * pixels.width);
  return pixels;
}

FlowerPress& press_of(const Theme& theme) {
  static std::map<Mood, std::unique_ptr<FlowerPress>> presses;
  auto& press = presses[theme.mood];
  if (!press) press = std::make_unique<FlowerPress>(assets_folder(), theme);
  return *press;
}

Pixels paint_small_land(const Shown& shown) {
  Metrics metrics = shown.metrics;
  metrics.width = static_cast<int>(static_cast<float>(metrics.width) * kShare);
  metrics.height = static_cast<int>(static_cast<float>(metrics.height) * kShare);
  metrics.scale *= kShare;
  Background background = shown.scene.background;
  background.ground_y *= kShare;
  background.words_end *= kShare;
  background.guest_x *= kShare;
  return paint_land(background, shown.theme, metrics, shown.scene.right_to_left, press_of(shown.theme));
}

std::string key_of(const Shown& shown) {
  return std::to_string(static_cast<int>(shown.theme.mood)) +
         (shown.theme.season == Season::winter ? "w|" : "|") + number(shown.metrics.scale * 1000);
}

}  // namespace

Backdrop backdrop_of(const Shown& shown, const Picture& picture) {
  static std::map<std::string, Pixels> kept;
  const std::string key = key_of(shown) + picture.name + "|" + number(picture.rect.w) +
                          number(picture.rect.h) + number(picture.turn * 10) + (picture.mirrored ? "m" : "") +
                          number(static_cast<float>(picture.ink));
  auto found = kept.find(key);
  if (found == kept.end()) found = kept.emplace(key, paint(shown, picture)).first;
  const Pixels& pixels = found->second;
  // A turned picture is larger than its rect, about the same middle.
  const float w = static_cast<float>(pixels.width) / kShare, h = static_cast<float>(pixels.height) / kShare;
  const float x = picture.rect.x + (picture.turn == 0 ? 0 : (picture.rect.w - w) / 2);
  const float y = picture.rect.y + (picture.turn == 0 ? 0 : (picture.rect.h - h) / 2);
  return {{x, y, w, h}, pixels.width, pixels.height, pixels.argb.data()};
}

Backdrop land_of(const Shown& shown) {
  struct Kept {
    std::string key;
    Background background;
    Pixels pixels;
  };
  static std::vector<std::unique_ptr<Kept>> kept;
  const std::string key = key_of(shown) + number(static_cast<float>(shown.metrics.width)) +
                          number(static_cast<float>(shown.metrics.height)) +
                          (shown.scene.right_to_left ? "r" : "l");
  auto found = std::ranges::find_if(
      kept, [&](const auto& one) { return one->key == key && one->background == shown.scene.background; });
  if (found == kept.end()) {
    kept.push_back(std::make_unique<Kept>(Kept{key, shown.scene.background, paint_small_land(shown)}));
    found = kept.end() - 1;
  }
  const Pixels& pixels = (*found)->pixels;
  const auto w = static_cast<float>(shown.metrics.width), h = static_cast<float>(shown.metrics.height);
  return {{0, 0, w, h}, pixels.width, pixels.height, pixels.argb.data()};
}

void look_at(const Backdrop& backdrop, const Rect& rect, const std::function<void(std::uint32_t)>& see) {
  if (backdrop.argb == nullptr) return;
  const auto column = [&](float x) { return static_cast<int>(std::floor((x - backdrop.rect.x) * kShare)); };
  const auto row = [&](float y) { return static_cast<int>(std::floor((y - backdrop.rect.y) * kShare)); };
  const int x1 = std::min(column(rect.right()) + 1, backdrop.width);
  const int y1 = std::min(row(rect.bottom()) + 1, backdrop.height);
  for (int y = std::max(row(rect.y), 0); y < y1; ++y)
    for (int x = std::max(column(rect.x), 0); x < x1; ++x) see(backdrop.argb[y * backdrop.width + x]);
}

float covered(const Backdrop& backdrop, const Rect& rect) {
  if (!overlap(backdrop.rect, rect, 0)) return 0;
  int opaque = 0;
  look_at(backdrop, rect, [&](std::uint32_t pixel) { opaque += pixel >> 24 > 127; });
  return static_cast<float>(opaque) / std::max(rect.w * rect.h * kShare * kShare, 1.f);
}

}  // namespace farewell::kiosk::proof
