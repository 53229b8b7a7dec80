// Laying out a screen in the design's own numbers: a Sketch takes reference pixels (149 dpi) and puts boxes,
// texts, pictures and targets into a Scene in the panel's. Measures, so drawing thread only; draws nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/kiosk/screens/screens.h"

namespace farewell::kiosk {

/// How a text is set; lengths are reference pixels, and what is 0 is the role's own.
struct Lettering {
  Role role = Role::body;
  float px = 0;
  float least = 0;  ///< what fit may set it down to
  float line = 0;
  int weight = 0;
  Colour colour = Colour::ink;
  Align align = Align::start;
  Stand stand = Stand::top;
  int lines = 1;
  std::string language = {};
  bool typed = false;          ///< a customer wrote it
  std::size_t underlined = 0;  ///< bytes at its end that are being composed
  Aloud aloud = Aloud::yes;
};

/// No words are set smaller, whatever a step says: their capitals are 4.8 mm. Display and legal have their
/// own.
inline constexpr float kLeastLabel = 39.4f;

/// The sizes of large mode: their capitals are 7.3 mm.
inline constexpr float kLargeLabel = 61, kLargeDisplay = 66;
/// And the least that still are.
inline constexpr float kLeastLargeLabel = 59.5f, kLeastLargeDisplay = 63;

/// One way to set a text that must fit: look-states.md's "break, never shrink" as a list, best first.
struct Step {
  float px = 40;
  float line = 1.25f;
  int lines = 1;
};

/// A text as it fits: how it is set, and the room it takes in reference pixels.
struct Fitted {
  std::string text;
  Lettering lettering;
  float width = 0;
  float height = 0;
  /// From its top left corner; beyond its width and height where letters reach out of their lines.
  float ink_left = 0, ink_top = 0, ink_right = 0, ink_bottom = 0;
  bool fits = false;  ///< false: the last step was taken, and is too large
};

class Sketch {
 public:
  Sketch(const View& view, Scene& scene) : view_(view), scene_(scene) {}

  const View& view() const { return view_; }
  /// The window in reference pixels.
  float width() const { return static_cast<float>(view_.metrics.width) / view_.metrics.scale; }
  float height() const { return static_cast<float>(view_.metrics.height) / view_.metrics.scale; }
  bool portrait() const { return view_.metrics.portrait(); }
  bool small() const { return view_.metrics.small(); }
  /// Larger text: what is fitted is set with capitals of 7.3 mm, if its room allows it.
  bool large() const { return view_.state.eases.large_text; }
  /// All targets stand in the lower half. Not on 7 to 8 inches, where half would not hold them.
  bool reach() const { return view_.state.eases.reach && !small(); }
  std::string say(std::string_view key, const survey::Arguments& arguments = {}) const {
    return view_.words.say(key, arguments);
  }

  void background(Land land, float ground_y);
  /// The background's words end there, and the land begins below them.
  void words_end(float y);
  void box(const Rect& rect, Shape shape);
  void picture(const Rect& rect, const std::string& name, Colour ink = Colour::ink, float turn = 0);
  /// Flipped, left to right.
  void turned_picture(const Rect& rect, const std::string& name);
  void text(const Rect& rect, const std::string& text, const Lettering& lettering);
  /// The QR code of a text; `rect` holds its quiet zone.
  void matrix(const Rect& rect, const std::string& text);
  /// Makes the pictures put in since the mark fainter (a face that was not tapped).
  void fade(int mark, float alpha);
  /// How much of the last picture has grown from its foot, 0 to 1.
  void grow(float share);
  /// From here on, elements fade and rise when the screen changes; those before belong to the land.
  void content_begins() { scene_.content_from = static_cast<int>(scene_.elements.size()); }

  /// The elements put in since `mark()` sink while `rect` is pressed.
  int mark() const { return static_cast<int>(scene_.elements.size()); }
  std::size_t target_mark() const { return scene_.targets.size(); }
  void target(const Rect& rect, Intent intent, const std::string& label, int mark);
  /// The one put in last, to say more about it.
  Target& last_target() { return scene_.targets.back(); }
  /// Keeps what was put in since the marks in its own order in right-to-left languages (phone pad, keyboard).
  void keep_order(int mark, std::size_t target_mark, const Rect& within);

  /// For texts that a theme must not enlarge: what `px` must be to come out at `px`.
  float fixed(float px) const;

  /// Of one line, never broken.
  float text_width(const std::string& text, const Lettering& lettering) const;
  /// Of as many lines as `lettering` allows, in the screen's language (Arabic lines are taller).
  float height_of(const Lettering& lettering) const;
  /// The first of `steps` that fits `width` (and `height`, unless 0), or the last.
  Fitted fit(const std::string& text, const Lettering& lettering, float width, const std::vector<Step>& steps,
             float height = 0) const;
  /// The same, and no larger in large mode: for texts that must be of one size.
  Fitted fit_exactly(const std::string& text, const Lettering& lettering, float width,
                     const std::vector<Step>& steps, float height = 0) const;
  /// As fit, with its lines made even: after a comma if it has one, else the narrowest of as many lines.
  Fitted fit_even(const std::string& text, const Lettering& lettering, float width,
                  const std::vector<Step>& steps, float height = 0) const;
  /// Where the caret stands after the last character of a text in `rect`, 4 by 46.
  Rect caret_after(const Rect& rect, const std::string& text, const Lettering& lettering) const;
  /// `text` without its last words, before an ellipsis, so that what remains fits.
  std::string head_that_fits(const std::string& text, const Lettering& lettering, float width) const;
  /// `text` without its first words, behind an ellipsis, so that what remains fits.
  std::string tail_that_fits(const std::string& text, const Lettering& lettering, float width) const;

 private:
  Rect panel(const Rect& rect) const;
  Text panel_text(const Rect& rect, const std::string& text, const Lettering& lettering) const;
  std::optional<Fitted> fit_large(const std::string& text, const Lettering& lettering, float width,
                                  const std::vector<Step>& steps, float height) const;
  TextSize measure(const std::string& text, const Lettering& lettering, float width) const;

  const View& view_;
  Scene& scene_;
};

/// The face drawn for a value: all five of five; of four, the middle one is left out.
int face_for(int value, int of);

}  // namespace farewell::kiosk
