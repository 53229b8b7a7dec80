// Type set by Pango: any script shaped, broken and mirrored, with fallback fonts. Measures without drawing,
// and draws into pixels that the painter keeps as textures. Drawing thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/kiosk/ui/theme.h"

namespace farewell::kiosk {

/// A picture in memory. A text's is cropped to its ink: `left` and `top` say where it lies in the rect it was
/// set for, and may be negative.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> argb;  ///< straight (not premultiplied) alpha
  int left = 0;
  int top = 0;
};

struct TextSize {
  float width = 0;   ///< ink and advance of the widest line
  float height = 0;  ///< lines × line height
  int lines = 0;
  bool overflows = false;  ///< a word wider than the width, or more lines than allowed
  bool missing_glyph = false;
  /// What is inked, from the corner of the rect that the text was set for; nothing inked: left over right.
  float ink_left = 0, ink_top = 0, ink_right = -1, ink_bottom = 0;
};

struct TextRequest {
  std::string text;
  TypeStyle style;    ///< already at this panel's pixels
  float width = 0;    ///< to wrap at; 0: never
  int max_lines = 1;  ///< beyond: an ellipsis
  bool right_to_left = false;
  int align = 0;         ///< -1 start, 0 centre, 1 end
  std::string language;  ///< BCP 47, for shaping and line breaking
  Rgb colour;
  bool bold = false;
  std::size_t underlined = 0;  ///< bytes at the end of the text
  std::string key() const;     ///< for the cache
};

class Type {
 public:
  Type();
  ~Type();
  /// Remembers what it measured, by a hash: no text is kept.
  TextSize measure(const TextRequest& request);
  Pixels draw(const TextRequest& request);
  /// The x of the caret after the last character, and its line, in pixels within the drawn text.
  struct Caret {
    float x = 0, y = 0, height = 0;
  };
  Caret caret_at_end(const TextRequest& request);

 private:
  TextSize measure_anew(const TextRequest& request);

  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace farewell::kiosk
