#include "app/kiosk/ui/painter.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/imgui_sdl.h"
#include "app/kiosk/ui/pixels.h"
#include "app/kiosk/ui/qr.h"
#include "app/kiosk/ui/text_request.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kEnterMs = 260, kReducedFadeMs = 150, kPressMs = 80, kSlideMs = 80;
/// The first picture of a motion is one step into it: one that looks as before would only take time.
constexpr std::int64_t kFirstStepMs = 16;
constexpr float kRise = 24, kSink = 4;
constexpr std::size_t kMostKept = 400, kMostLands = 3;

/// Quick at first, then gentle: close to the design's curve (.2, .8, .2, 1).
float ease_out(float t) {
  const float left = 1 - std::clamp(t, 0.f, 1.f);
  return 1 - left * left * left;
}

ImU32 white(float alpha) {
  return IM_COL32(255, 255, 255, static_cast<int>(std::lround(std::clamp(alpha, 0.f, 1.f) * 255)));
}

std::string number(float value) {
  return std::to_string(static_cast<int>(std::lround(value))) + ",";
}

}  // namespace

Painter::Painter(SDL_Renderer* renderer, std::filesystem::path assets, Type& type, Motion motion)
    : renderer_(renderer),
      assets_(std::move(assets)),
      type_(type),
      motion_(motion),
      font_(begin_imgui(renderer)) {}

Painter::~Painter() {
  forget();
  end_imgui(font_);
}

void Painter::forget() {
  for (auto& [key, kept] : kept_) SDL_DestroyTexture(kept.texture);
  kept_.clear();
  for (KeptLand& land : lands_) SDL_DestroyTexture(land.texture);
  lands_.clear();
  press_.reset();
}

Painter::Kept Painter::keep(const Pixels& pixels) const {
  Kept kept{nullptr, pixels.width, pixels.height, pixels.left, pixels.top, 0, 0, frame_};
  if (pixels.width == 0 || pixels.height == 0) return kept;
  kept.texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                   pixels.width, pixels.height);
  SDL_SetTextureBlendMode(kept.texture, SDL_BLENDMODE_BLEND);
  SDL_UpdateTexture(kept.texture, nullptr, pixels.argb.data(), 4 * pixels.width);
  return kept;
}

const Painter::Kept& Painter::text(const Frame& frame, const Text& text) {
  const TextRequest request =
      request_for(text, frame.theme, frame.metrics, frame.scene.right_to_left, frame.language);
  const std::string key = "t" + number(text.turn * 10) + request.key();
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    const Pixels upright = type_.draw(request);
    Kept kept = keep(text.turn == 0 ? upright : turned(upright, text.turn));
    kept.middle_x = static_cast<float>(upright.left) + static_cast<float>(upright.width) / 2;
    kept.middle_y = static_cast<float>(upright.top) + static_cast<float>(upright.height) / 2;
    kept.typed = text.typed;
    found = kept_.emplace(key, kept).first;
  }
  found->second.used = frame_;
  return found->second;
}

const Painter::Kept& Painter::picture(const Frame& frame, const Picture& picture) {
  const std::string key = "p" + picture.name + "|" + number(picture.rect.w) + number(picture.rect.h) +
                          number(static_cast<float>(picture.ink)) + number(picture.turn * 10);
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    const int width = static_cast<int>(std::ceil(picture.rect.w)),
              height = static_cast<int>(std::ceil(picture.rect.h));
    Pixels pixels;
    if (const auto drawing = Drawing::load(assets_, picture.name, frame.theme, picture.ink)) {
      const Surface surface = new_surface(width, height);
      drawing->paint(new_cairo(surface), 0, 0, picture.rect.w, picture.rect.h);
      pixels = to_pixels(surface);
      if (picture.turn != 0) pixels = turned(pixels, picture.turn);
    }
    found = kept_.emplace(key, keep(pixels)).first;
  }
  found->second.used = frame_;
  return found->second;
}

const Painter::Kept& Painter::shape(const Frame& frame, const Box& box) {
  const int width = static_cast<int>(std::lround(box.rect.w)),
            height = static_cast<int>(std::lround(box.rect.h));
  const std::string key = "s" + shape_key(box.shape, width, height);
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    Slices slices = draw_shape(box.shape, width, height, frame.theme, frame.metrics.scale);
    slices.pixels.left = slices.margin;
    slices.pixels.top = slices.end;
    found = kept_.emplace(key, keep(slices.pixels)).first;
  }
  found->second.used = frame_;
  return found->second;
}

const Painter::Kept& Painter::ring(const Frame& frame, const Ring& ring) {
  const int width = static_cast<int>(std::lround(ring.rect.w)),
            height = static_cast<int>(std::lround(ring.rect.h));
  const std::string key = "f" + number(ring.radius) + shape_key(Shape::focus_fill, width, height);
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    Slices slices = draw_ring(width, height, ring.radius, frame.theme, frame.metrics.scale);
    slices.pixels.top = slices.end;
    found = kept_.emplace(key, keep(slices.pixels)).first;
  }
  found->second.used = frame_;
  return found->second;
}

const Painter::Kept& Painter::matrix(const Matrix& matrix) {
  const std::string key = "m" + number(matrix.rect.w) + number(matrix.rect.h) + matrix.text;
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    const auto code = qr_of(matrix.text);
    const float edge = std::min(matrix.rect.w, matrix.rect.h);
    found = kept_.emplace(key, keep(code ? draw_qr(*code, static_cast<int>(edge)) : Pixels{})).first;
  }
  found->second.used = frame_;
  return found->second;
}

SDL_Texture* Painter::land(const Frame& frame) {
  const std::string key = number(static_cast<float>(frame.metrics.width)) +
                          number(static_cast<float>(frame.metrics.height)) +
                          (frame.scene.right_to_left ? "r" : "l");
  const auto same = [&](const KeptLand& kept) {
    return kept.key == key && kept.background == frame.scene.background;
  };
  if (const auto found = std::ranges::find_if(lands_, same); found != lands_.end()) {
    lands_.splice(lands_.begin(), lands_, found);
    return lands_.front().texture;
  }
  if (press_ == nullptr) press_ = std::make_unique<FlowerPress>(assets_, frame.theme);
  const Pixels pixels =
      paint_land(frame.scene.background, frame.theme, frame.metrics, frame.scene.right_to_left, *press_);
  const Kept kept = keep(pixels);
  SDL_SetTextureBlendMode(kept.texture, SDL_BLENDMODE_NONE);
  lands_.push_front({key, frame.scene.background, kept.texture});
  drop_lands(kMostLands);
  return kept.texture;
}

void Painter::drop_lands(std::size_t but) {
  for (; lands_.size() > but; lands_.pop_back()) SDL_DestroyTexture(lands_.back().texture);
}

void Painter::rest() {
  drop_unused();
  drop_lands(1);
}

void Painter::paint(const Frame& frame, const Box& box, float dy, float alpha) {
  const Kept& kept = shape(frame, box);
  if (kept.texture == nullptr) return;
  const auto margin = static_cast<float>(kept.left);
  paint_columns(kept, std::round(box.rect.x) - margin, std::round(box.rect.y + dy) - margin,
                std::round(box.rect.w) + 2 * margin, alpha * box.alpha);
}

void Painter::paint_columns(const Kept& kept, float x0, float y0, float width_on_screen, float alpha) {
  const auto end = static_cast<float>(kept.top), width = static_cast<float>(kept.width);
  const float y1 = y0 + static_cast<float>(kept.height), x3 = x0 + width_on_screen;
  const float x1 = x0 + end, x2 = x3 - (width - end);
  const float u = end / width;
  list_->AddImage(kept.texture, {x0, y0}, {x1, y1}, {0, 0}, {u, 1}, white(alpha));
  // One column of pixels is the middle: a source without width would be drawn white.
  const float before = (end - 1) / width;
  if (x2 > x1) list_->AddImage(kept.texture, {x1, y0}, {x2, y1}, {before, 0}, {u, 1}, white(alpha));
  list_->AddImage(kept.texture, {x2, y0}, {x3, y1}, {u, 0}, {1, 1}, white(alpha));
}

void Painter::paint(const Frame& frame, const Text& text_, float dy, float alpha) {
  const Kept& kept = text(frame, text_);
  if (kept.texture == nullptr) return;
  float top = text_.rect.y;
  if (text_.stand == Stand::middle) {
    const TextRequest request =
        request_for(text_, frame.theme, frame.metrics, frame.scene.right_to_left, frame.language);
    top += (text_.rect.h - type_.measure(request).height) / 2;
  }
  const float w = static_cast<float>(kept.width), h = static_cast<float>(kept.height);
  float x = std::round(text_.rect.x) + static_cast<float>(kept.left);
  float y = std::round(top + dy) + static_cast<float>(kept.top);
  if (text_.turn != 0) {
    // The texture is turned about its own middle; here that middle is turned about the rect's.
    const float angle = text_.turn * std::numbers::pi_v<float> / 180;
    const float cx = text_.rect.x + text_.rect.w / 2, cy = text_.rect.y + text_.rect.h / 2;
    const float px = text_.rect.x + kept.middle_x - cx, py = top + kept.middle_y - cy;
    x = std::round(cx + px * std::cos(angle) - py * std::sin(angle) - w / 2);
    y = std::round(cy + px * std::sin(angle) + py * std::cos(angle) + dy - h / 2);
  }
  list_->AddImage(kept.texture, {x, y}, {x + w, y + h}, {0, 0}, {1, 1}, white(alpha * text_.alpha));
}

void Painter::paint(const Frame& frame, const Picture& picture_, float dy, float alpha) {
  const Kept& kept = picture(frame, picture_);
  if (kept.texture == nullptr || picture_.rise <= 0) return;
  const float w = static_cast<float>(kept.width) * picture_.rise;
  const float h = static_cast<float>(kept.height) * picture_.rise;
  // A turned texture is larger than its rect, about the same middle; a growing one keeps its foot.
  const bool upright = picture_.turn == 0 && picture_.rise == 1;
  const Rect& rect = picture_.rect;
  const float x = std::round(upright ? rect.x : rect.x + (rect.w - w) / 2);
  const float foot = picture_.turn == 0 ? rect.h - h : (rect.h - h) / 2;
  const float y = std::round(rect.y + dy + (upright ? 0 : foot));
  const float u0 = picture_.mirrored ? 1.f : 0.f, u1 = 1 - u0;
  list_->AddImage(kept.texture, {x, y}, {x + w, y + h}, {u0, 0}, {u1, 1}, white(alpha * picture_.alpha));
}

void Painter::paint(const Frame&, const Matrix& matrix_, float dy, float alpha) {
  const Kept& kept = matrix(matrix_);
  if (kept.texture == nullptr) return;
  const float w = static_cast<float>(kept.width), h = static_cast<float>(kept.height);
  const float x = std::round(matrix_.rect.x + (matrix_.rect.w - w) / 2);
  const float y = std::round(matrix_.rect.y + (matrix_.rect.h - h) / 2 + dy);
  list_->AddImage(kept.texture, {x, y}, {x + w, y + h}, {0, 0}, {1, 1}, white(alpha * matrix_.alpha));
}

float Painter::entered(const Frame& frame) {
  if (frame.screen != screen_) {
    const bool first = screen_.empty();
    screen_ = frame.screen;
    screen_since_ms_ = frame.now_ms - (first ? kEnterMs : kFirstStepMs);
  }
  if (motion_ == Motion::none) return 1;
  const std::int64_t length = motion_ == Motion::full ? kEnterMs : kReducedFadeMs;
  const std::int64_t age = frame.now_ms - screen_since_ms_;
  if (age >= length) return 1;
  moving_ = true;
  return ease_out(static_cast<float>(age) / static_cast<float>(length));
}

float Painter::sunk(const Frame& frame, int element) {
  if (pressed_ < 0 || pressed_ >= static_cast<int>(frame.scene.targets.size())) return 0;
  const Target& target = frame.scene.targets[static_cast<std::size_t>(pressed_)];
  if (element < target.element_from || element >= target.element_to) return 0;
  const std::int64_t age = frame.now_ms - pressed_since_ms_;
  if (age >= kPressMs || motion_ != Motion::full) return kSink;
  moving_ = true;
  return kSink * ease_out(static_cast<float>(age) / kPressMs);
}

namespace {

/// Moved into the window by what of its ring would be cut off: keys and tiles may stand at its edge.
Rect within_window(Rect rect, const Metrics& metrics) {
  const auto reach = static_cast<float>(ring_reach(metrics.scale));
  const float right = std::min(rect.right(), static_cast<float>(metrics.width) - reach);
  const float bottom = std::min(rect.bottom(), static_cast<float>(metrics.height) - reach);
  rect.x = std::round(std::max(rect.x, reach));
  rect.y = std::round(std::max(rect.y, reach));
  rect.w = std::round(right - rect.x);
  rect.h = std::round(bottom - rect.y);
  return rect;
}

}  // namespace

/// Goes to where it belongs in 80 ms, already in the size it has there.
void Painter::paint_ring(const Frame& frame) {
  if (!frame.scene.ring) {
    ring_from_.reset();
    ring_to_.reset();
    return;
  }
  Ring shown = *frame.scene.ring;
  shown.rect = within_window(shown.rect, frame.metrics);
  if (!ring_to_ || ring_to_->x != shown.rect.x || ring_to_->y != shown.rect.y) {
    ring_from_ = ring_to_;
    ring_to_ = shown.rect;
    ring_since_ms_ = frame.now_ms - kFirstStepMs;
  }
  const Kept& kept = ring(frame, shown);
  if (kept.texture == nullptr) return;
  float x = shown.rect.x, y = shown.rect.y;
  const std::int64_t age = frame.now_ms - ring_since_ms_;
  if (ring_from_ && motion_ == Motion::full && age < kSlideMs) {
    const float left = 1 - ease_out(static_cast<float>(age) / kSlideMs);
    x += std::round((ring_from_->x - x) * left);
    y += std::round((ring_from_->y - y) * left);
    moving_ = true;
  }
  const auto reach = static_cast<float>(ring_reach(frame.metrics.scale));
  paint_columns(kept, x - reach, y - reach, shown.rect.w + 2 * reach, 1);
}

void Painter::paint_elements(const Frame& frame) {
  const float in = entered(frame);
  const float rise = motion_ == Motion::full ? frame.metrics.px(kRise) * (1 - in) : 0;
  for (std::size_t i = 0; i < frame.scene.elements.size(); ++i) {
    const int index = static_cast<int>(i);
    const bool content = index >= frame.scene.content_from;
    const float dy = (content ? rise : 0) + frame.metrics.px(sunk(frame, index));
    const float alpha = content ? in : 1;
    if (frame.scene.ring && frame.scene.ring->filled_before == index)
      paint(frame, Box{frame.scene.ring->rect, Shape::focus_fill}, 0, alpha);
    std::visit([&](const auto& element) { paint(frame, element, dy, alpha); }, frame.scene.elements[i]);
  }
}

bool Painter::draw(const Frame& frame) {
  ++frame_;
  moving_ = frame.now_ms < frame.scene.moving_until_ms;
  const std::string theme_key = std::to_string(static_cast<int>(frame.theme.mood)) +
                                (frame.theme.season == Season::winter ? "w" : "") +
                                number(frame.metrics.scale * 1000);
  if (theme_key != theme_key_) forget();
  theme_key_ = theme_key;
  if (frame.pressed != pressed_) pressed_ = frame.pressed, pressed_since_ms_ = frame.now_ms - kFirstStepMs;

  SDL_RenderCopy(renderer_, land(frame), nullptr, nullptr);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(frame.metrics.width), static_cast<float>(frame.metrics.height)};
  ImGui::NewFrame();
  list_ = ImGui::GetBackgroundDrawList();
  paint_elements(frame);
  paint_ring(frame);
  ImGui::Render();
  draw_imgui(renderer_, *ImGui::GetDrawData());
  drop_typed();
  if (kept_.size() > kMostKept) drop_unused();
  return moving_;
}

void Painter::drop_typed() {
  drop_unless([](const Kept& kept, std::uint64_t frame) { return !kept.typed || kept.used == frame; });
}

void Painter::drop_unused() {
  drop_unless([](const Kept& kept, std::uint64_t frame) { return kept.used == frame; });
}

void Painter::drop_unless(bool (*keeps)(const Kept& kept, std::uint64_t frame)) {
  for (auto kept = kept_.begin(); kept != kept_.end();) {
    if (keeps(kept->second, frame_)) {
      ++kept;
      continue;
    }
    SDL_DestroyTexture(kept->second.texture);
    kept = kept_.erase(kept);
  }
}

}  // namespace farewell::kiosk
