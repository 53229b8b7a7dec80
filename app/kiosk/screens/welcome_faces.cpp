// Welcome's faces with their words: in a row, in two or three, or below each other.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/blink.h"
#include "app/kiosk/screens/welcome_plan.h"

namespace farewell::kiosk {
namespace {

using Plan = WelcomePlan;

constexpr float kBesideFace = 28;  ///< from a face to the word beside it

int columns_of(const Sketch& sketch, const Plan& plan) {
  return plan.columns > 0 ? plan.columns : sketch.view().survey.scale;
}

/// With what stands in the last row beside the faces.
int rows_of(const Sketch& sketch, const Plan& plan) {
  const int cells = sketch.view().survey.scale + (plan.foot_in_grid ? 1 : 0);
  return (cells + columns_of(sketch, plan) - 1) / columns_of(sketch, plan);
}

float cell_width(const Sketch& sketch, const Plan& plan) {
  const auto columns = static_cast<float>(columns_of(sketch, plan));
  return (sketch.width() - 2 * plan.margin - (columns - 1) * plan.face_gap) / columns;
}

float row_height(const Plan& plan, int row) {
  return plan.rows_h.empty() ? plan.cell_h : plan.rows_h[static_cast<std::size_t>(row)];
}

Rect cell_of(const Sketch& sketch, const Plan& plan, int place) {
  const int of = sketch.view().survey.scale, columns = columns_of(sketch, plan), row = place / columns;
  const int in_row = std::min(columns, of - row * columns);
  const float pitch = cell_width(sketch, plan) + plan.face_gap;
  // A last row of fewer faces stands in the middle, if it has the row to itself.
  const float aside = plan.foot_in_grid ? 0 : static_cast<float>(columns - in_row) * pitch / 2;
  const float x = plan.margin + aside + static_cast<float>(place % columns) * pitch;
  float y = plan.faces_y;
  for (int above = 0; above < row; ++above) y += row_height(plan, above) + kGap;
  const bool beside_foot = plan.foot_in_grid && row + 1 == rows_of(sketch, plan);
  const float end = beside_foot ? foot_x(sketch, plan) - kGap : sketch.width();
  return {x, y, std::min(x + pitch - plan.face_gap, end) - x, row_height(plan, row)};
}

/// A little beyond its cell; in the middle of three columns farther, up to its neighbours'.
float word_room(const Sketch& sketch, const Plan& plan, int place) {
  const Rect cell = cell_of(sketch, plan, place);
  if (plan.column) return cell.w - plan.face_px - kBesideFace;
  const bool in_the_middle = plan.foot_in_grid && plan.columns == 3 && place % 3 == 1;
  return cell.w + (in_the_middle ? 44 : std::min(kGap, plan.margin));
}

/// Each face's word in one size, on two lines where one does not do.
std::vector<Fitted> fit_words(const Sketch& sketch, const Plan& plan, float px) {
  const int of = sketch.view().survey.scale;
  std::vector<Fitted> words;
  for (int value = 1; value <= of; ++value) {
    const std::string key = (of == 4 ? "face4." : "face.") + std::to_string(value);
    words.push_back(sketch.fit_exactly(sketch.say(key), {.role = Role::face_word, .align = Align::centre},
                                       word_room(sketch, plan, value - 1), {{px, 1, 1}, {px, 1.06f, 2}}));
  }
  return words;
}

void add_face(Sketch& sketch, const Plan& plan, const Rect& cell, int value, const Fitted& word) {
  const View& view = sketch.view();
  const int pressed = view.state.visit ? view.state.visit->pressed : 0;
  const float alpha = pressed != 0 && pressed != value ? .4f : 1;
  const bool blinks = may_blink(view) && blinking_face(view.now_ms, view.survey.scale) == value;
  const int mark = sketch.mark();
  const float x = plan.column ? cell.x : cell.x + (cell.w - plan.face_px) / 2;
  // The drawing's circle leaves 6 of 200 around it.
  const float out = plan.face_px * 6 / 188;
  if (view.theme.mood != Mood::contrast) {
    const float w = plan.face_px * .717f;
    sketch.picture({x + (plan.face_px - w) / 2, cell.y + plan.face_px - 7, w, 16}, "parts/face-shade");
  }
  sketch.picture({x - out, cell.y - out, plan.face_px + 2 * out, plan.face_px + 2 * out},
                 "faces/face-" + std::to_string(face_for(value, view.survey.scale)) +
                     (blinks ? std::string(kEyesShut) : ""));
  if (plan.column) {
    Lettering beside = word.lettering;
    beside.align = Align::start;
    beside.stand = Stand::middle;
    const float word_x = cell.x + plan.face_px + kBesideFace;
    sketch.text({word_x, cell.y, cell.right() - word_x, cell.h}, word.text, beside);
  } else {
    const float air = plan.words_top[static_cast<std::size_t>((value - 1) / columns_of(sketch, plan))];
    const float word_y = cell.y + plan.face_px + plan.word_gap - air;
    const float room = word_room(sketch, plan, value - 1);
    sketch.text({cell.x + (cell.w - room) / 2, word_y, room, word.height}, word.text, word.lettering);
  }
  sketch.fade(mark, alpha);
  sketch.target(cell, visit::Action{visit::FaceTapped{value}}, word.text, mark);
}

/// From where to where a row's words have ink: between rows there is no room for a line's own air, only below
/// the last.
struct Inked {
  float top = 0, bottom = 0;
};

Inked inked_in(const Plan& plan, const std::vector<Fitted>& words, int columns, int row) {
  const auto first = words.begin() + row * columns;
  const auto last = words.begin() + std::min(static_cast<int>(words.size()), (row + 1) * columns);
  if (first >= last) return {};
  const auto highest =
      std::max_element(first, last, [](const Fitted& a, const Fitted& b) { return a.height < b.height; });
  if (plan.columns < 2) return {0, highest->height};
  Inked inked{1e6f, 0};
  for (auto word = first; word != last; ++word) {
    inked.top = std::min(inked.top, word->ink_top);
    inked.bottom = std::max(
        inked.bottom, last == words.end() ? std::max(word->height, word->ink_bottom) : word->ink_bottom);
  }
  return inked;
}

/// The faces' cells grow with their words, what stands below makes room, and then the faces do.
Plan with_room(const Sketch& sketch, const std::vector<Fitted>& words, Plan plan) {
  const int rows = rows_of(sketch, plan), columns = columns_of(sketch, plan);
  const float foot = plan.foot_in_grid    ? sketch.height() + 8
                     : plan.privacy_below ? plan.foot_y
                                          : sketch.height() - kTarget - 8;
  float spare = plan.cell_h - plan.face_px;
  const auto end_of_rows = [&] {
    float y = plan.faces_y;
    plan.rows_h.clear();
    plan.words_top.clear();
    for (int row = 0; row < rows; ++row) {
      const Inked inked = inked_in(plan, words, columns, row);
      const float high = plan.face_px + std::max(spare, plan.word_gap + inked.bottom - inked.top);
      plan.words_top.push_back(inked.top);
      plan.rows_h.push_back(std::max(high, kTarget));
      y += plan.rows_h.back() + kGap;
    }
    return y;
  };
  float end = end_of_rows();
  for (; end > foot && plan.face_px > 24; end = end_of_rows()) plan.face_px -= 1;
  if (plan.foot_in_grid) {
    plan.foot_y = end - kGap - plan.rows_h.back();
    return plan;
  }
  const float foot_y = std::clamp(end, plan.foot_y, std::max(plan.foot_y, foot));
  plan.privacy.y += foot_y - plan.foot_y;
  plan.foot_y = foot_y;
  return plan;
}

/// The words as large as may be, but no smaller than may be, that fit and leave room for faces.
std::vector<Fitted> make_room(const Sketch& sketch, Plan& plan) {
  const Plan usual = plan;
  std::vector<Fitted> words;
  for (const float px : {usual.word_px, 52.f, 46.f, 40.f, kLeastLabel}) {
    if (px > usual.word_px) continue;
    words = fit_words(sketch, usual, px);
    plan = usual.column ? usual : with_room(sketch, words, usual);
    if (std::ranges::all_of(words, &Fitted::fits) && plan.face_px >= usual.least_face) break;
  }
  return words;
}

}  // namespace

void add_faces(Sketch& sketch, WelcomePlan& plan) {
  const std::vector<Fitted> words = make_room(sketch, plan);
  for (int value = 1; value <= sketch.view().survey.scale; ++value)
    add_face(sketch, plan, cell_of(sketch, plan, value - 1), value,
             words[static_cast<std::size_t>(value - 1)]);
}

}  // namespace farewell::kiosk
