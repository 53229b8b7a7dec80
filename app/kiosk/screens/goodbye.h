// What the Goodbyes share, one file each: the garden with the fact and the number (goodbye.cpp), the treat,
// what was changed, and the quiet table. Private to the screens; screens.h is what others call. Drawing
// thread.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// The one way out, at least 250 wide, with its top left corner at (x, y). Returns where it stands.
Rect add_way_out(Sketch& sketch, const std::string& word, float x, float y);

/// The same, where it has been found to stand.
void add_way_out(Sketch& sketch, const std::string& word, const Rect& rect);

/// Where texts begin that stand below each other: apart by a gap, and by more where letters reach out of
/// their lines (Thai and Hindi stack them high).
class Column {
 public:
  explicit Column(float y) : end_(y) {}
  /// Returns where `text` begins, `gap` below the last one's lines; in the middle of `row`, if that is
  /// higher.
  float add(const Fitted& text, float gap, float row = 0);
  /// Where the last line ends, or its letters if they reach farther.
  float end() const { return std::max(end_, ink_end_); }

 private:
  float end_, ink_end_ = 0;
};

/// A title, and a body beneath it; `body_width` 0 is the room's. Returns where they end.
float add_words(Sketch& sketch, const Rect& room, const std::string& title,
                const std::vector<Step>& title_steps, const std::string& body,
                const std::vector<Step>& body_steps, float gap, float body_width);

/// What of a gift may be touched: in reach mode what of it stands in the lower half.
Rect within_reach(const Sketch& sketch, Rect gift);

/// Below what a gift says: the way out, and the gift itself, which may be touched and is called `label`.
void add_gift_foot(Sketch& sketch, const Rect& gift, const std::string& label);

/// Two sentences after each other, as the script sets them apart.
std::string sentences(const std::string& first, const std::string& second);

/// The ink upon what is as light by night (labels, boards, codes).
Colour ink_on_board(const Theme& theme);

/// Where a treat's board stands, with the code upon it as a picture and as a word.
Rect treat_board(const Sketch& sketch);
void add_treat_board(Sketch& sketch, const Rect& board);
/// What stands beside the board over "A cinnamon bun, on us." and what to do with the code.
struct TreatHead {
  Role role = Role::goodbye;
  std::string title;
  std::vector<Step> title_steps;
  std::string milestone;  ///< left out where there is no room for it
  float gap = 18;         ///< below the title
};
/// From (x, y) down to the way out, or to the board. Returns where they end.
float add_treat_words(Sketch& sketch, const TreatHead& head, float x, float y, float width);

/// Where words are stacked: the words, the board and the way out. Returns where the board stands.
Rect add_stacked_treat(Sketch& sketch, const TreatHead& head, const std::string& done);

void add_treat(Sketch& sketch, Scene& scene);
void add_changed(Sketch& sketch, Scene& scene);
void add_quiet(Sketch& sketch, visit::Farewell which);

}  // namespace farewell::kiosk
