#include "app/kiosk/screens/welcome_plan.h"

#include <algorithm>

namespace farewell::kiosk {
namespace {

using Plan = WelcomePlan;

Plan landscape(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
  const float down = height - 800;  // more height goes between headline and faces, then above the hills
  plan.thanks = {64, 158 + down * .25f, width - 64 - 206, 96};  // clear of sun and moon
  plan.thanks_steps = {{80, 1.06f, 1}, {72, 1.06f, 1}, {64, 1.06f, 1}, {56, 1.06f, 1}};
  plan.faces_y = 334 + down * .5f;
  plan.foot_y = height - 136;
  plan.privacy = {width - 48 - 560, height - 94, 560, 70};
  plan.ground_y = height - 138;
  return plan;
}

Plan portrait(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
  plan.margin = 18;
  plan.header_y = 22;
  plan.thanks = {48, 206, width - 48 - 130, 212};
  plan.thanks_steps = {{100, 1.02f, 2}, {88, 1.02f, 2}, {76, 1.02f, 3}, {64, 1.02f, 3}};
  plan.question_gap = 26;
  plan.question_px = 50;
  plan.face_px = 138;
  plan.faces_y = height * .5f;
  plan.word_px = 41;
  plan.word_gap = 20;
  plan.cell_h = 270;
  plan.foot_y = height - 152;
  plan.privacy = {528, height - 162, width - 528 - 16, 140};
  plan.languages = 1;
  plan.ground_y = height - 234;
  return plan;
}

/// 7–8": no brand, icons alone, nothing smaller than its minimum.
Plan small(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
  plan.margin = 24.5f;
  plan.thanks = {31, 23, width - 31 - 80, 62};
  plan.thanks_steps = {{58, 1.06f, 1}, {50, 1.06f, 1}, {42, 1.06f, 1}, {36, 1.06f, 1}};
  plan.question_px = 41;
  plan.face_px = 121;
  plan.faces_y = 156;
  plan.word_px = 39.5f;
  plan.word_gap = 11;
  plan.cell_h = 182;
  plan.foot_y = std::max(height - 182, plan.faces_y + plan.cell_h + kGap);
  plan.privacy = {298, plan.foot_y, width - 298 - 24, kTarget};
  plan.brand = false;
  plan.easier_word = false;
  plan.languages = 0;
  plan.languages_below = true;
  plan.ground_y = height - 35;
  return plan;
}

/// High contrast: larger, nothing but words, faces and a line.
Plan contrast(const Sketch& sketch) {
  Plan plan = landscape(sketch);
  plan.thanks = {48, 24, sketch.width() - 96, 104};
  plan.thanks_steps = {{88, 1.06f, 1}, {76, 1.06f, 1}, {66, 1.06f, 1}, {56, 1.06f, 2}};
  plan.question_px = 58;
  plan.face_px = 204;
  plan.faces_y = plan.faces_y - 76;
  plan.word_px = 50;
  plan.word_gap = 32;
  plan.cell_h = 300;
  plan.foot_y = sketch.height() - 140;
  plan.privacy = {882, sketch.height() - 128, sketch.width() - 882 - 24, 120};
  plan.brand = false;
  plan.languages = 0;
  plan.languages_below = true;
  return plan;
}

/// Controls in the lower half, and the meadow above them.
Plan reach(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height(), half = height / 2;
  Plan plan = sketch.portrait() ? portrait(sketch) : landscape(sketch);
  plan.brand = false;
  plan.languages = 0;
  plan.languages_below = true;
  if (sketch.portrait()) {
    plan.thanks.y = 96;
    plan.faces_y = half + 6;
    plan.foot_y = height - 152 - 128;
    plan.privacy = {40, height - 142, width - 80, 130};
    plan.privacy_below = true;
    plan.easier_share = .58f;
    plan.ground_y = half - 90;
    return plan;
  }
  plan.thanks.y = 40;
  plan.faces_y = half + 4;
  plan.face_px = 174;
  plan.word_gap = 15;
  plan.privacy = {width - 48 - 430, height - 128, 430, 120};
  plan.ground_y = half - 70;
  return plan;
}

/// Capitals of 7.3 mm: no brand, languages as a button.
Plan large(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
  plan.brand = false;
  plan.languages = 0;
  plan.languages_below = plan.languages_at_end = plan.privacy_below = true;
  plan.margin = 24;
  plan.word_px = 61;
  plan.thanks_steps = {{100, 1.06f, 1}, {88, 1.04f, 1}, {76, 1.04f, 1}, {66, 1.04f, 1}, {66, .98f, 2}};
  plan.question_px = 64;
  plan.question_gap = 0;
  if (sketch.portrait()) {
    plan.column = true;
    plan.columns = 1;
    plan.thanks = {40, 14, width - 60, 206};
    plan.thanks_steps = {{100, 1.02f, 2}, {88, 1.02f, 2}, {76, 1.02f, 2}, {66, 1.02f, 2}, {66, 1.02f, 3}};
    plan.face_px = 112;
    plan.faces_y = height - 930;
    plan.cell_h = kTarget;
    plan.foot_y = height - 250;
    plan.privacy = {40, height - 131, width - 64, 130};
    plan.ground_y = height - 200;
    plan.flowers = false;
    plan.easier_word = false;
    return plan;
  }
  const float down = height - 800;
  plan.thanks = {40, 4 + std::max(0.f, down) * .2f, width - 64, 106};
  plan.face_px = 190;
  plan.faces_y = 194 + down * .5f;
  plan.word_gap = 12;
  plan.cell_h = 340;
  plan.foot_y = height - 232;
  plan.privacy = {44, height - 100, width - 88, 96};
  plan.easier_share = .56f;
  plan.ground_y = height - 160;  // the flowers stay below the words, which may have two lines
  return plan;
}

/// Capitals of 7.3 mm where five words do not stand side by side: rows of faces, and the foot beside the
/// last.
Plan large_on_small(const Sketch& sketch) {
  Plan plan = small(sketch);
  plan.margin = sketch.portrait() ? 8 : 12;
  plan.thanks = {24, 6, sketch.width() - 40, 0};
  plan.thanks_steps = {{66, 1.02f, 1}, {66, 1, 2}, {66, .96f, 3}};
  plan.question_gap = 0;
  plan.question_px = 61;
  plan.columns = sketch.portrait() ? 2 : 3;
  plan.foot_in_grid = true;
  plan.faces_y = 0;
  plan.face_px = 170;
  plan.least_face = 26;
  plan.word_px = 61;
  plan.word_gap = 8;
  plan.cell_h = kTarget;
  plan.flowers = false;
  return plan;
}

/// Upright, 7–8": three faces over two.
Plan small_portrait(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan = small(sketch);
  plan.margin = 18;
  plan.thanks = {36, height * .04f, width - 54, 0};
  plan.thanks_steps = {{76, 1.04f, 2}, {66, 1.04f, 2}, {58, 1.04f, 2}, {50, 1.04f, 2}, {46, 1.04f, 3}};
  plan.question_gap = 14;
  plan.question_px = 46;
  plan.columns = 3;
  plan.faces_y = height * .36f;
  plan.face_px = width * .22f;
  plan.word_px = 41;
  plan.word_gap = 12;
  plan.cell_h = plan.face_px + 62;
  plan.foot_y = height - kTarget - 18;
  plan.privacy = {298, plan.foot_y, width - 298 - 20, kTarget};
  plan.flowers = false;
  return plan;
}

}  // namespace

WelcomePlan welcome_plan(const Sketch& sketch) {
  if (sketch.reach()) return reach(sketch);
  const bool five_words_beside = !sketch.portrait() && sketch.width() >= 1200;
  if (sketch.large()) return sketch.small() && !five_words_beside ? large_on_small(sketch) : large(sketch);
  if (sketch.small() && sketch.portrait()) return small_portrait(sketch);
  if (sketch.portrait()) return portrait(sketch);
  if (sketch.small()) return small(sketch);
  return sketch.view().theme.mood == Mood::contrast ? contrast(sketch) : landscape(sketch);
}

}  // namespace farewell::kiosk
