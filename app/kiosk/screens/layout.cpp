#include "app/kiosk/screens/layout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "app/kiosk/ui/mirror.h"
#include "app/kiosk/ui/text_request.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

/// Of rounding: a text measured alone and the same text in its room may differ by less than a pixel.
constexpr float kSlack = 1;

/// The largest count up to `all` for which `fits` holds; it holds for all smaller ones.
std::size_t longest(std::size_t all, const std::function<bool(std::size_t)>& fits) {
  std::size_t low = 0, high = all;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (fits(middle))
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

/// No headline and no fine print is set smaller, whatever a step says: capitals of 4.8 mm, and of 3.
constexpr float kLeastDisplay = 42, kLeastLegal = 25;

float least_px(Role role) {
  if (role == Role::legal) return kLeastLegal;
  return role <= Role::small_title ? kLeastDisplay : kLeastLabel;
}

/// What the theme makes of the design's sizes (high contrast sets all text larger).
float text_scale(const Theme& theme) {
  return theme[Role::body].px / 40;
}

}  // namespace

Rect Sketch::panel(const Rect& rect) const {
  const Metrics& metrics = view_.metrics;
  return {metrics.px(rect.x), metrics.px(rect.y), metrics.px(rect.w), metrics.px(rect.h)};
}

Text Sketch::panel_text(const Rect& rect, const std::string& text, const Lettering& lettering) const {
  Text made;
  made.rect = panel(rect);
  made.text = text;
  made.role = lettering.role;
  made.colour = lettering.colour;
  made.align = lettering.align;
  made.stand = lettering.stand;
  made.max_lines = lettering.lines;
  made.px = view_.metrics.px(lettering.px * text_scale(view_.theme));
  made.line = lettering.line;
  made.weight = lettering.weight;
  made.bold = lettering.weight >= 700;
  made.language = lettering.language;
  made.typed = lettering.typed;
  made.aloud = lettering.aloud;
  made.underlined = std::min(lettering.underlined, text.size());
  return made;
}

void Sketch::background(Land land, float ground_y) {
  scene_.background.land = land;
  scene_.background.ground_y = view_.metrics.px(ground_y);
}

void Sketch::words_end(float y) {
  constexpr float kHills = 24;  // so far the farthest hill stands over the ground
  constexpr float kStep = 32;   // so that languages share their pictures of the land
  y = std::ceil(y / kStep) * kStep;
  scene_.background.words_end = view_.metrics.px(y);
  scene_.background.ground_y = std::max(scene_.background.ground_y, view_.metrics.px(y + kHills));
}

void Sketch::box(const Rect& rect, Shape shape) {
  scene_.elements.push_back(Box{panel(rect), shape});
}

void Sketch::picture(const Rect& rect, const std::string& name, Colour ink, float turn) {
  Picture made;
  made.rect = panel(rect);
  made.name = name;
  made.ink = ink;
  made.turn = turn;
  made.rise = 1;
  scene_.elements.push_back(made);
}

void Sketch::turned_picture(const Rect& rect, const std::string& name) {
  picture(rect, name);
  std::get<Picture>(scene_.elements.back()).mirrored = true;
}

void Sketch::text(const Rect& rect, const std::string& text, const Lettering& lettering) {
  scene_.elements.push_back(panel_text(rect, text, lettering));
}

void Sketch::matrix(const Rect& rect, const std::string& text) {
  scene_.elements.push_back(Matrix{panel(rect), text});
}

void Sketch::fade(int mark, float alpha) {
  for (std::size_t i = static_cast<std::size_t>(mark); i < scene_.elements.size(); ++i) {
    std::visit([alpha](auto& element) { element.alpha *= alpha; }, scene_.elements[i]);
  }
}

void Sketch::grow(float share) {
  std::get<Picture>(scene_.elements.back()).rise = share;
}

void Sketch::target(const Rect& rect, Intent intent, const std::string& label, int mark) {
  scene_.targets.push_back(
      {panel(rect), std::move(intent), label, mark, static_cast<int>(scene_.elements.size())});
}

void Sketch::keep_order(int mark, std::size_t target_mark, const Rect& within) {
  if (view_.words.right_to_left())
    mirror_within(scene_, static_cast<std::size_t>(mark), target_mark, panel(within));
}

TextSize Sketch::measure(const std::string& text, const Lettering& lettering, float width) const {
  const Text set = panel_text({0, 0, width, 0}, text, lettering);
  TextSize size = view_.type.measure(
      request_for(set, view_.theme, view_.metrics, view_.words.right_to_left(), view_.words.tag()));
  for (float* length :
       {&size.width, &size.height, &size.ink_left, &size.ink_top, &size.ink_right, &size.ink_bottom})
    *length /= view_.metrics.scale;
  return size;
}

float Sketch::fixed(float px) const {
  return px / text_scale(view_.theme);
}

float Sketch::text_width(const std::string& text, const Lettering& lettering) const {
  return measure(text, lettering, 0).width + kSlack;
}

float Sketch::height_of(const Lettering& lettering) const {
  return measure("x", lettering, 0).height * static_cast<float>(lettering.lines);
}

namespace {

/// Whether a text as it was measured stays within `height`, ink and all: Hindi's vowels and Å reach out of
/// their lines. 0: whatever it takes.
bool stays_within(const TextSize& size, float height, const Lettering& lettering) {
  if (height == 0) return true;
  if (size.height > height + kSlack) return false;
  if (lettering.stand != Stand::middle) return true;
  const float top = (height - size.height) / 2;
  return top + size.ink_top >= 0 && top + size.ink_bottom <= height;
}

void take(Fitted& fitted, const TextSize& size, float width) {
  fitted.width = std::min(width, size.width + kSlack);
  fitted.height = size.height;
  fitted.ink_left = size.ink_left;
  fitted.ink_right = size.ink_right;
  fitted.ink_top = size.ink_top;
  fitted.ink_bottom = size.ink_bottom;
}

}  // namespace

/// In large mode: the largest size that goes into what the design's own sizes take, if it is larger.
std::optional<Fitted> Sketch::fit_large(const std::string& text, const Lettering& lettering, float width,
                                        const std::vector<Step>& steps, float height) const {
  float room = height;
  for (const Step& step : steps)
    if (height == 0) room = std::max(room, step.px * step.line * static_cast<float>(step.lines));
  const bool display = view_.theme[lettering.role].display;
  for (const float px : {display ? kLargeDisplay : kLargeLabel,
                         display ? kLeastLargeDisplay : kLeastLargeLabel, 56.f, 51.f, 46.f, 42.f}) {
    if (px <= steps.front().px) return std::nullopt;
    const bool least = px == kLeastLargeLabel || px == kLeastLargeDisplay;
    for (int lines = steps.front().lines; lines <= steps.back().lines + 1; ++lines)
      // Before words become too small their lines stand close.
      for (const float apart : {1.06f, least ? .94f : 1.06f}) {
        Fitted fitted{.text = text, .lettering = lettering, .fits = true};
        fitted.lettering.px = px;
        fitted.lettering.line = lines == 1 ? steps.front().line : std::min(steps.front().line, apart);
        fitted.lettering.lines = lines;
        const TextSize size = measure(text, fitted.lettering, width);
        if (size.overflows || size.height > room + kSlack || !stays_within(size, height, lettering)) continue;
        take(fitted, size, width);
        return fitted;
      }
  }
  return std::nullopt;
}

Fitted Sketch::fit(const std::string& text, const Lettering& lettering, float width,
                   const std::vector<Step>& steps, float height) const {
  if (large())
    if (auto fitted = fit_large(text, lettering, width, steps, height)) return *std::move(fitted);
  return fit_exactly(text, lettering, width, steps, height);
}

Fitted Sketch::fit_exactly(const std::string& text, const Lettering& lettering, float width,
                           const std::vector<Step>& steps, float height) const {
  Fitted fitted{.text = text, .lettering = lettering};
  const float least = fixed(lettering.least > 0 ? lettering.least : least_px(lettering.role));
  for (const Step& step : steps) {
    fitted.lettering.px = std::max(step.px, least);
    fitted.lettering.line = step.line;
    fitted.lettering.lines = step.lines;
    const TextSize size = measure(text, fitted.lettering, width);
    take(fitted, size, width);
    fitted.fits = !size.overflows && stays_within(size, height, lettering);
    if (fitted.fits) break;
  }
  return fitted;
}

Fitted Sketch::fit_even(const std::string& text, const Lettering& lettering, float width,
                        const std::vector<Step>& steps, float height) const {
  Fitted fitted = fit(text, lettering, width, steps, height);
  const int lines = measure(text, fitted.lettering, width).lines;
  if (lines < 2) return fitted;
  const std::size_t comma = text.find(", ");
  if (lines == 2 && comma != std::string::npos) {
    const std::string broken = text.substr(0, comma + 1) + "\n" + text.substr(comma + 2);
    const TextSize size = measure(broken, fitted.lettering, width);
    if (!size.overflows && size.lines == 2) {
      fitted.text = broken;
      fitted.width = std::min(width, size.width + kSlack);
      return fitted;
    }
  }
  float narrow = 0, wide = width;
  while (wide - narrow > 2) {
    const float middle = (narrow + wide) / 2;
    const TextSize size = measure(text, fitted.lettering, middle);
    (size.overflows || size.lines > lines ? narrow : wide) = middle;
  }
  fitted.width = wide;
  return fitted;
}

Rect Sketch::caret_after(const Rect& rect, const std::string& text, const Lettering& lettering) const {
  const Text set = panel_text(rect, text, lettering);
  const Type::Caret caret = view_.type.caret_at_end(
      request_for(set, view_.theme, view_.metrics, view_.words.right_to_left(), view_.words.tag()));
  const float scale = view_.metrics.scale;
  const float along = caret.x / scale + 4;
  const float middle = rect.y + (caret.y + caret.height / 2) / scale;
  const bool from_the_right = view_.words.right_to_left();
  return {from_the_right ? rect.right() - caret.x / scale + 4 : rect.x + along, middle - 23, 4, 46};
}

std::string Sketch::head_that_fits(const std::string& text, const Lettering& lettering, float width) const {
  const auto fits = [&](const std::string& part) { return !measure(part, lettering, width).overflows; };
  if (fits(text)) return text;
  const std::size_t most = longest(
      grapheme_count(text), [&](std::size_t n) { return fits(std::string(grapheme_prefix(text, n)) + "…"); });
  std::string_view head = grapheme_prefix(text, most);
  const std::size_t space = head.rfind(' ');
  if (space != std::string_view::npos && space > head.size() / 2) head = head.substr(0, space);
  return std::string(head) + "…";
}

std::string Sketch::tail_that_fits(const std::string& text, const Lettering& lettering, float width) const {
  const auto fits = [&](const std::string& part) { return !measure(part, lettering, width).overflows; };
  if (fits(text)) return text;
  const std::size_t all = grapheme_count(text);
  const auto last = [&](std::size_t n) { return text.substr(grapheme_prefix(text, all - n).size()); };
  const std::size_t most = longest(all, [&](std::size_t n) { return fits("…" + last(n)); });
  std::string tail = last(most);
  const std::size_t space = tail.find(' ');
  if (space != std::string::npos && space < tail.size() / 2) tail = tail.substr(space + 1);
  return "…" + tail;
}

int face_for(int value, int of) {
  return of == 4 && value > 2 ? value + 1 : value;
}

}  // namespace farewell::kiosk
