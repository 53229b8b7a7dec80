#include "app/kiosk/screens/change_plan.h"

#include <algorithm>
#include <cmath>

namespace farewell::kiosk {

std::vector<Step> chip_steps(const ChangePlan& plan) {
  if (plan.chips > 0 && plan.chip_h < 136) return {{40, .92f, 1}, {40, .92f, 2}, {kLeastLabel, .92f, 3}};
  return {{40, 1.25f, 1}, {40, 1.1f, 2}, {40, 1, 3}, {kLeastLabel, .92f, 3}};
}

namespace {

int topic_count(const View& view) {
  return static_cast<int>(view.survey.topics.size());
}
int rows_of(int topics, int columns) {
  return (topics + columns - 1) / columns;
}

ChangePlan landscape(const Sketch& sketch, const std::string& question) {
  const float width = sketch.width();
  ChangePlan plan;
  plan.question_steps = {{70, 1.06f, 1}, {66, 1.03f, 2}, {60, 1.03f, 2}, {54, 1.03f, 2}};
  const Fitted fitted = sketch.fit(question, {.role = Role::question}, width - 176, plan.question_steps);
  const bool two_lines = fitted.height > 100;  // 66 px may do on one line
  const float shift = two_lines ? 42 : 0;
  const float taller = .45f * std::max(0.f, fitted.height - (two_lines ? 146.f : 76.f));  // Arabic's lines
  plan.question = {48, (two_lines ? 146.f : 158.f) - taller, width - 176, fitted.height};
  plan.chips_y += shift;
  plan.field = {48, two_lines ? 604.f : 572.f, width - 96, kTarget};
  plan.skip = plan.field;
  plan.ground_y = two_lines ? 748 : 716;
  return plan;
}

ChangePlan portrait(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  ChangePlan plan;
  plan.margin = 28;
  plan.back_x = 28;
  plan.header_y = plan.back_y = 22;
  plan.question = {40, 216, width - 68, 230};
  plan.question_steps = {{88, 1.04f, 2}, {76, 1.04f, 3}, {66, 1.04f, 3}, {56, 1.04f, 4}};
  plan.columns = 2;
  plan.chips_y = 474;
  plan.chip_h = 134;
  plan.pitch = 154;
  plan.field = {28, 936, width - 56, 126};
  plan.skip = {28, height - 152, width - 56, kTarget};
  plan.shared_row = false;
  plan.chip_pad = 16;
  plan.chip_icon = 64;
  plan.chip_gap = 14;
  plan.chip_end = 6;
  plan.ground_y = height - 150;
  if (topics > 6) {
    plan.question.y = 178;
    plan.chips_y = 402;
    plan.chip_h = 124;
    plan.pitch = 140;
    plan.field.y = 966;
  }
  return plan;
}

/// The same with a third row: all moves together, and the question keeps to one line.
ChangePlan landscape_of_three(const Sketch& sketch) {
  ChangePlan plan;
  plan.header_y = plan.back_y = 10;
  plan.question = {48, 134, sketch.width() - 96, 76};
  plan.question_steps = {{70, 1.06f, 1}, {62, 1.06f, 1}, {56, 1.06f, 1}, {50, 1.06f, 1}, {40, 0.95f, 2}};
  plan.chips_y = 220;
  plan.chip_h = 120;
  plan.pitch = 136;
  plan.field = {48, 630, sketch.width() - 96, kTarget};
  plan.skip = plan.field;
  plan.ground_y = 762;
  return plan;
}

/// As few columns as two rows of a small panel, or three of the others, ask for.
int columns_for(int topics, bool small) {
  return std::max(3, rows_of(topics, small ? 2 : 3));
}

/// For 7–8" panels and for more topics than the mocks show: the question beside Back, no icons if too narrow.
ChangePlan tight(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  const float margin = sketch.small() ? 28.f : 48.f;
  const float gap = kGap;
  ChangePlan plan;
  plan.margin = margin;
  plan.back_x = margin - 8;
  plan.columns = sketch.portrait() ? 2 : columns_for(topics, sketch.small());
  plan.echo = false;
  const int rows = rows_of(topics, plan.columns);
  const float used = kTarget * static_cast<float>(rows + 2) + gap * static_cast<float>(rows + 1);
  plan.header_y = plan.back_y = std::clamp((height - used) / 2, 0.f, 20.f);
  const float beside = plan.back_x + kTarget + 24;
  plan.question = {beside, plan.header_y, width - margin - beside, kTarget};
  plan.question_steps = {{46, 1.04f, 2}, {42, 1, 2}, {42, .94f, 3}};
  if (!sketch.small()) plan.question_steps.insert(plan.question_steps.begin(), {56, 1.04f, 2});
  plan.chips_y = plan.header_y + kTarget + gap;
  plan.chip_h = kTarget;
  plan.pitch = kTarget + gap;
  plan.field = {margin, height - plan.header_y - kTarget, width - 2 * margin, kTarget};
  plan.skip = plan.field;
  const float chip_w = (width - 2 * margin - static_cast<float>(plan.columns - 1) * kChipGap) /
                       static_cast<float>(plan.columns);
  plan.icons = chip_w >= 330;
  plan.chip_pad = 18;
  plan.chip_end = 10;
  plan.ground_y = height + (sketch.small() ? 40 : -70);  // a small panel has no room for hills
  return plan;
}

bool fits_chip(const Sketch& sketch, const ChangePlan& plan, const std::string& word, float w) {
  constexpr float kBadge = 32;
  const float icons = plan.icons ? plan.chip_icon + plan.chip_gap : 0;
  const float room = w - plan.chip_pad - icons - plan.chip_end - kBadge;
  const Lettering lettering{.role = Role::button, .weight = 700, .stand = Stand::middle};
  const Fitted fitted = sketch.fit(word, lettering, room, chip_steps(plan), plan.chip_h - 4);
  return fitted.fits && (!sketch.large() || fitted.lettering.px >= 60);
}

float chip_width(const Sketch& sketch, const ChangePlan& plan) {
  const float across = static_cast<float>(plan.columns);
  return (sketch.width() - 2 * plan.margin - (across - 1) * kChipGap) / across;
}

/// As many topics on a page as their words let stand between `plan.chips_y` and `foot`; what does not go
/// there is on the next page.
void lay_pages(const Sketch& sketch, ChangePlan& plan, float foot, bool with_icons) {
  const auto& topics = sketch.view().survey.topics;
  const float room = foot - plan.chips_y;
  ChangePlan best = plan;
  int score = -1;
  for (const bool icons : {true, false})
    for (int columns = sketch.portrait() ? 2 : 4; columns >= 1; --columns)
      for (int rows = 1; static_cast<float>(rows) * (kTarget + kGap) <= room + 1; ++rows) {
        if (icons && !with_icons) continue;
        ChangePlan plan_now = plan;
        plan_now.chips = 1;
        plan_now.icons = icons;
        plan_now.columns = columns;
        plan_now.pitch = std::min(200.f, room / static_cast<float>(rows));
        plan_now.chip_h = plan_now.pitch - kGap;
        const float w = chip_width(sketch, plan_now);
        const bool fit = w >= kTarget && std::ranges::all_of(topics, [&](const survey::Topic& topic) {
                           return fits_chip(sketch, plan_now, sketch.say("topic." + topic.id), w);
                         });
        const int cells = columns * rows, shown = std::min(cells, static_cast<int>(topics.size()));
        const int now = shown * 100 + (icons ? 50 : 0) - cells;
        if (!fit || cells < 2 || now <= score) continue;
        score = now;
        best = plan_now;
        best.chips = static_cast<std::size_t>(cells);
      }
  plan = best;
}

/// Larger text, and upright panels of seven and eight inches.
ChangePlan pages(const Sketch& sketch, const std::string& question) {
  const float width = sketch.width(), height = sketch.height();
  const bool large = sketch.large(), small = sketch.small(), portrait = sketch.portrait();
  ChangePlan plan;
  plan.margin = !small && !portrait ? 48 : small ? 12 : 28;
  plan.echo = false;
  plan.chip_pad = 14;
  plan.chip_icon = 54;
  plan.chip_gap = 12;
  plan.chip_end = 6;
  const float edge = height < 560 ? 1.f : 10.f;
  plan.back_x = plan.margin;
  plan.header_y = plan.back_y = edge;
  plan.question_role = large && small ? Role::lead : Role::question;
  plan.question_steps = large && small ? std::vector<Step>{{61, .95f, 2}, {61, .97f, 4}}
                        : large        ? std::vector<Step>{{66, 1.04f, 3}, {64, 1, 4}}
                                       : std::vector<Step>{{46, 1.04f, 2}, {42, 1, 3}, {42, .94f, 3}};
  const bool back_below = large && small && portrait;
  const bool narrow = small && portrait && width < 600;
  const float beside = back_below ? (narrow ? 8 : 12) : plan.margin + kTarget + (narrow ? 10 : 20);
  const float w = width - beside - (narrow ? 6 : plan.margin);
  const Fitted asked = sketch.fit_exactly(question, {.role = plan.question_role}, w, plan.question_steps);
  const float down = std::max(0.f, 3 - edge - asked.ink_top);  // Hindi and Thai reach above their lines
  const float header = down + (back_below ? asked.height : std::max(kTarget, asked.height));
  plan.question = {beside, edge + down, w, header - down};
  plan.chips_y = edge + header + (height < 560 ? kGap : 20);
  const float foot_h = large && height > 600 && (!portrait || height > 1000) ? 140 : kTarget;
  const float row = height - edge - foot_h;
  plan.field = plan.skip = {plan.margin, row, width - 2 * plan.margin, foot_h};
  float foot = row;
  if (portrait) {
    plan.shared_row = false;
    plan.field.y -= foot_h + kGap;
    foot = plan.field.y;
  }
  if (back_below) plan.back_y = row;
  plan.ground_y = height + (small ? 40 : -70);
  lay_pages(sketch, plan, foot, !small);
  return plan;
}

/// The topics, Back, the field and Skip in the lower half.
ChangePlan reach(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  const float gap = kGap, foot = 8;
  ChangePlan plan = sketch.portrait() ? portrait(sketch, 6) : landscape_of_three(sketch);
  const int chip_rows = sketch.portrait() ? 3 : 2;
  const int rows = chip_rows + 1;
  plan.columns = std::max(3, rows_of(topics, chip_rows));
  if (sketch.portrait()) plan.margin = 18;
  plan.pitch = (height / 2 - foot + gap) / static_cast<float>(rows);
  plan.chip_h = plan.pitch - gap;
  plan.chips_y = height / 2;
  plan.header_y = 20;
  plan.question = {48, 158, width - 96, sketch.portrait() ? 300.f : 200.f};
  plan.question_steps = {{70, 1.06f, 2}, {62, 1.06f, 3}, {56, 1.06f, 3}, {48, 1.06f, 4}};
  plan.back_y = height - foot - plan.chip_h;
  plan.skip = {plan.margin, plan.back_y, width - 2 * plan.margin, plan.chip_h};
  plan.shared_row = true;
  const float field_x = plan.back_x + kTarget + kGap;
  plan.field = {field_x, plan.back_y, width - plan.margin - field_x, plan.chip_h};
  const float across = static_cast<float>(plan.columns);
  plan.icons = (width - 2 * plan.margin - (across - 1) * kChipGap) / across >= 300;
  plan.chip_pad = sketch.portrait() ? 12 : 18;
  plan.chip_end = 8;
  plan.ground_y = height / 2 - 50;
  return plan;
}

}  // namespace

ChangePlan change_plan(const Sketch& sketch, const std::string& question) {
  const int topics = topic_count(sketch.view());
  if (sketch.reach()) return reach(sketch, topics);
  if (sketch.large() || (sketch.small() && sketch.portrait())) return pages(sketch, question);
  if (sketch.small() || topics > (sketch.portrait() ? 8 : 9)) return tight(sketch, topics);
  if (sketch.portrait()) return portrait(sketch, topics);
  return topics > 6 ? landscape_of_three(sketch) : landscape(sketch, question);
}

}  // namespace farewell::kiosk
