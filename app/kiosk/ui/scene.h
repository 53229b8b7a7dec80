// A screen as a list of what stands where: made by screens/ out of the visit's state, measured, painted,
// touched and tested as a value. Not drawing (painter.h). Made anew whenever the state or the size changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/kiosk/ui/theme.h"
#include "core/visit/visit.h"

namespace farewell::kiosk {

enum class Motion {
  full,
  reduced,  ///< 150 ms cross-fades, nothing rises
  none,     ///< every picture as it ends (pictures for documents and tests)
};

/// Pixels of the window, y downwards.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
  bool operator==(const Rect&) const = default;
};

/// The still land behind a screen, painted once into a picture and kept.
enum class Land {
  meadow,    ///< Welcome: sky, sun or moon, hills, the day's flowers in a band
  clearing,  ///< Change: low hills and grass; the sprout is the screen's picture
  keyboard,  ///< the text field's: a near hill under the keys
  table,     ///< Recovery and the quiet Goodbyes: a table's edge; cups are the screen's pictures
  asleep,    ///< while the shop is closed: the day's flowers by night
  garden,    ///< Goodbye: the day's flowers, larger, and the sun behind the guest's
};

struct Background {
  Land land = Land::meadow;
  float ground_y = 0;                  ///< base of hills, table's edge; 0: the land's own
  std::vector<std::uint32_t> flowers;  ///< the garden's guests, oldest first (garden.h)
  bool guest_stands = true;            ///< in the garden: room for the guest's own flower, and the sun behind
  float guest_x = 0;    ///< where it stands along the reading direction; 0: the land's own place
  float words_end = 0;  ///< words reach so far down: no flower and no light there
  bool operator==(const Background&) const = default;
};

enum class Align { start, centre, end };  ///< along the reading direction

/// When a text on the screen is read aloud to who listens (screens/spoken.h).
enum class Aloud {
  yes,       ///< with the screen, and when it becomes another
  with_all,  ///< with the screen only: what is being typed, which is said key by key
  no,        ///< what is masked, what counts down, what a neighbour says in words
};

enum class Stand { top, middle };  ///< in the height of its rect, counted in line heights

/// A run of text in one role; `rect` is where it may be, wrapped to its width. What differs from the role
/// says so.
struct Text {
  Rect rect;
  std::string text;
  Role role = Role::body;
  Colour colour = Colour::ink;
  Align align = Align::start;
  int max_lines = 1;
  bool bold = false;
  Stand stand = Stand::top;
  float px = 0;          ///< size in this panel's pixels; 0: the role's
  float line = 0;        ///< line height over size; 0: the role's
  int weight = 0;        ///< 0: the role's, or 700 if bold
  std::string language;  ///< BCP 47; empty: the screen's (the endonyms are each in their own)
  float alpha = 1;
  float turn = 0;              ///< degrees clockwise about the rect's centre
  bool typed = false;          ///< a customer wrote it: no picture of it is kept once it is off the screen
  std::size_t underlined = 0;  ///< so many bytes at its end are being composed
  Aloud aloud = Aloud::yes;
  bool operator==(const Text&) const = default;
};

/// After a face's name: the same face with its eyes shut.
inline constexpr std::string_view kEyesShut = "/eyes-shut";

/// A picture of assets/art by its path without ".svg" ("faces/face-4", "faces/face-4/eyes-shut"). Faces swap
/// for the theme's own; in the others the day's ink, spruce and tile become the theme's.
struct Picture {
  Rect rect;
  std::string name;
  bool mirrored = false;  ///< drawn flipped, left to right (mirror.h flips the chevrons)
  float alpha = 1;
  float rise = 1;            ///< how far it has grown from the middle of its foot; 1: all of it
  Colour ink = Colour::ink;  ///< what its ink is painted in: onspruce upon a primary button
  float turn = 0;            ///< degrees clockwise about the rect's centre
  bool operator==(const Picture&) const = default;
};

enum class Shape {
  tile,          ///< radius 32, edge below, shadow
  pill,          ///< radius 59, secondary
  sand_pill,     ///< the same upon a card, in sand
  primary,       ///< pill in spruce
  primary_tile,  ///< radius 40
  plain_tile,    ///< a tile of radius 36
  outline,       ///< radius 32, nothing but a 4 px line in ink
  key,           ///< radius 22
  function_key,
  primary_key,
  pad_key,  ///< radius 32, the phone pad's
  pad_function_key,
  field,          ///< outlined in 3.5 px of ink-2
  field_active,   ///< 4 px of spruce: being written
  field_written,  ///< 6 px of spruce: written
  selected,       ///< a chosen tile: fill, 6 px of spruce, no edge; its badge is a picture, "parts/badge"
  disc,           ///< the round Back
  card,           ///< radius 48 in tile colour, the deepest shadow
  sheet,      ///< radius 48 above only, in paper colour, the deepest shadow; its foot is below the window's
  tag,        ///< a flat far-hill pill (the chosen topic over the keyboard)
  scrim,      ///< ink at 62 % over everything so far
  underline,  ///< the language in use
  dash,       ///< progress
  dot,        ///< a masked character
  caret,
  focus_fill,  ///< behind a face in focus
  spoken,      ///< the butter band behind what is being said
};

struct Box {
  Rect rect;
  Shape shape = Shape::tile;
  float alpha = 1;
  bool operator==(const Box&) const = default;
};

/// A QR code of a text, its quiet zone within `rect`; always dark upon light, whatever the theme, since
/// readers want it so. Whole pixels a module: it may come out smaller than `rect`, in its middle.
struct Matrix {
  Rect rect;
  std::string text;
  float alpha = 1;
  bool operator==(const Matrix&) const = default;
};

/// Things that change the keyboard or the view and not the visit.
/// `key`: a character, or "shift", "delete", "space", "letters", "symbols", "script" (screens/press_key.h).
struct KeyPressed {
  std::string key;
  bool operator==(const KeyPressed&) const = default;
};
/// A key was held down, and offers what else it has.
struct KeyHeld {
  std::string key;
};
struct AlternativeChosen {
  std::string letter;
  bool operator==(const AlternativeChosen&) const = default;
};
/// Of what the composed letters may become, by their number.
struct CandidateChosen {
  std::size_t number = 0;
  bool operator==(const CandidateChosen&) const = default;
};
/// Show the candidates from this number on.
struct CandidatesTurned {
  std::size_t from = 0;
};
/// `name`: "languages", "easier".
struct SheetOpened {
  std::string name;
};
struct SheetClosed {};
/// What a listener asks of the voice; the volume is the visit's.
enum class ToReader { pause, go_on, again };
struct ReaderAsked {
  ToReader what = ToReader::again;
};

using Intent = std::variant<visit::Action, KeyPressed, KeyHeld, AlternativeChosen, CandidateChosen,
                            CandidatesTurned, SheetOpened, SheetClosed, ReaderAsked>;

/// So long is a finger held that means to hold, and so often does it repeat then.
inline constexpr std::int64_t kHoldMs = 450;
inline constexpr std::int64_t kRepeatMs = 120;

/// What holding a target down means, beside the tap.
struct Holding {
  enum class Then {
    nothing,  ///< lifting the finger means nothing more
    slides,   ///< the finger may slide on to a target that `takes_slides`; lifted where it is, it means the
              ///< tap
    repeats,  ///< it means the same again and again, for a while
  };
  Intent intent;
  Then then = Then::nothing;
  std::int64_t after_ms = kHoldMs;
  std::int64_t every_ms = kRepeatMs;
};

/// What may be touched: the rectangle that answers, and what it means. Later ones lie above earlier ones.
struct Target {
  Rect rect;
  Intent intent;
  std::string label;     ///< spoken, and named in tests: "Good", "Waiting time, chosen"
  int element_from = 0;  ///< the run of elements that sinks 4 px while pressed
  int element_to = 0;
  std::optional<Holding> holding = {};
  bool takes_slides = false;
};

using Element = std::variant<Box, Text, Picture, Matrix>;

/// The focus of keys, or what a scan rests on: drawn over everything, around `rect`.
struct Ring {
  Rect rect;
  float radius = 32;       ///< of what it goes around, in reference pixels
  int filled_before = -1;  ///< the element below which `rect` is filled (a face has no tile); -1: not
  int target = -1;         ///< the one in focus; -1: a row of them
  bool operator==(const Ring&) const = default;
};

struct Scene {
  Background background;
  std::vector<Element> elements;
  std::vector<Target> targets;
  std::optional<Ring> ring;  ///< nothing: keys are not in use
  bool right_to_left = false;
  int content_from = 0;  ///< elements from here on fade and rise when the screen changes
  std::int64_t moving_until_ms =
      0;  ///< monotonic: until then the scene is to be made and drawn again and again

  /// Whether both are the same picture: then drawing the other one would change nothing.
  bool looks_like(const Scene& other) const {
    return background == other.background && elements == other.elements && ring == other.ring &&
           right_to_left == other.right_to_left && moving_until_ms == other.moving_until_ms;
  }
};

}  // namespace farewell::kiosk
