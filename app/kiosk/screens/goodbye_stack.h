// What a Goodbye says where there is little room, upright under ten inches or in large letters: texts below
// each other over the whole width, the way out at the foot, and a picture in what is left. Private to the
// screens; drawing thread.
#pragma once

#include <string>
#include <vector>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// Whether a Goodbye is set so on this panel.
bool is_stacked(const Sketch& sketch);

struct Said {
  Role role = Role::body;
  std::string text;
};

/// One way to say it, first things first.
using Way = std::vector<Said>;

/// Texts as they fit, and where they begin.
struct Stack {
  struct Line {
    Fitted text;
    float y = 0;
  };
  Rect room;
  std::vector<Line> lines = {};
  float end = 0;
  bool fits = false;
};

/// The first of `ways` that fits `room`, as large as it fits.
Stack lay_out(const Sketch& sketch, const Rect& room, const std::vector<Way>& ways);
void add_stack(Sketch& sketch, const Stack& stack);

/// A button's, so that its word fits, on as many lines as it needs.
float stacked_button_height(const Sketch& sketch, const std::string& word, float width);
/// Where the way out stands: at the foot, as wide and high as its word needs, up to `most` wide.
Rect stacked_way_out(const Sketch& sketch, const std::string& word, float most = 0);
/// The room above it for words.
Rect stacked_words(const Sketch& sketch, const Rect& way_out);
/// What words and way out leave for a picture: beside the way out on a lying panel, above it upright.
Rect stacked_rest(const Sketch& sketch, const Rect& way_out, float words_end);

}  // namespace farewell::kiosk
