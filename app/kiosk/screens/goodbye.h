// What the Goodbyes share, one file each: the garden with the fact and the number (goodbye.cpp), the treat,
// what was changed, and the quiet table. Private to the screens; screens.h is what others call. Drawing
// thread.
#pragma once

#include <string>
#include <vector>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// The one way out, at least 250 wide, with its top left corner at (x, y). Returns where it stands.
Rect add_way_out(Sketch& sketch, const std::string& word, float x, float y);

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
/// "A cinnamon bun, on us." and what to do with the code; `y` is where it begins. Returns where it ends.
float add_treat_words(Sketch& sketch, float x, float y, float width);

void add_treat(Sketch& sketch, Scene& scene);
void add_changed(Sketch& sketch, Scene& scene);
void add_quiet(Sketch& sketch, visit::Farewell which);

}  // namespace farewell::kiosk
