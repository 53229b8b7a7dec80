// "Is there one thing we could change?": the topics in the visit's order, the field for own words, Skip or
// Done.

#include <algorithm>
#include <cmath>
#include <string>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

constexpr float kChipGap = 20;

/// Where things stand; landscape and portrait after the mocks, tight when the panel or the topics ask for it.
struct Plan {
  float margin = 48;
  float back_x = 40;
  float header_y = 20;
  float back_y = 20;
  Rect question;
  std::vector<Step> question_steps;
  int columns = 3;
  float chips_y = 262;
  float chip_h = 130;
  float pitch = 150;
  Rect field;  ///< Skip takes its width from it where the two share a row
  Rect skip;
  bool shared_row = true;
  bool echo = true;
  bool icons = true;
  float chip_pad = 24;
  float chip_icon = 66;
  float chip_gap = 18;
  float chip_end = 14;
  float ground_y = 716;
};

int topic_count(const View& view) {
  return static_cast<int>(view.survey.topics.size());
}
int rows_of(int topics, int columns) {
  return (topics + columns - 1) / columns;
}

std::string question_key(const View& view) {
  const int value = view.state.visit ? view.state.visit->value : 0;
  return survey::is_happy(value, view.survey.scale) ? "change.question_happy" : "change.question";
}

std::string echo_key(const View& view, int value) {
  return (view.survey.scale == 4 ? "change.echo4." : "change.echo.") + std::to_string(value);
}

Plan landscape(const Sketch& sketch, const std::string& question) {
  const float width = sketch.width();
  Plan plan;
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

Plan portrait(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
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
Plan landscape_of_three(const Sketch& sketch) {
  Plan plan;
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
Plan tight(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  const float margin = sketch.small() ? 28.f : 48.f;
  const float gap = kGap;
  Plan plan;
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

/// Two lines on every chip, in what is left of the height.
Plan large(const Sketch& sketch, int topics) {
  Plan plan = tight(sketch, topics);
  if (sketch.small()) return plan;
  const float gap = kGap;
  plan.header_y = plan.back_y = 12;
  plan.question.y = 8;
  plan.question.h = sketch.portrait() ? 212.f : 150.f;
  plan.question_steps.insert(plan.question_steps.begin(), {66, 1.04f, sketch.portrait() ? 3 : 2});
  plan.chips_y = plan.question.bottom() + gap;
  plan.field.y = plan.skip.y = sketch.height() - 14 - kTarget;
  const float rows = static_cast<float>(rows_of(topics, plan.columns));
  float foot = plan.field.y;
  if (sketch.portrait()) {
    plan.field.h = 142;
    plan.field.y -= plan.field.h + gap;
    plan.shared_row = false;
    foot = plan.field.y;
  }
  plan.chip_h = std::max(kTarget, std::min(190.f, (foot - plan.chips_y) / rows - gap));
  plan.pitch = plan.chip_h + gap;
  plan.icons = plan.icons && !sketch.portrait();
  plan.chip_pad = 14;
  plan.chip_icon = 54;
  plan.chip_gap = 12;
  plan.chip_end = 6;
  return plan;
}

/// The topics, Back, the field and Skip in the lower half.
Plan reach(const Sketch& sketch, int topics) {
  const float width = sketch.width(), height = sketch.height();
  const float gap = kGap, foot = 8;
  Plan plan = sketch.portrait() ? portrait(sketch, 6) : landscape_of_three(sketch);
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

Plan plan_for(const Sketch& sketch, const std::string& question) {
  const int topics = topic_count(sketch.view());
  if (sketch.reach()) return reach(sketch, topics);
  if (sketch.large()) return large(sketch, topics);
  if (sketch.small() || topics > (sketch.portrait() ? 8 : 9)) return tight(sketch, topics);
  if (sketch.portrait()) return portrait(sketch, topics);
  return topics > 6 ? landscape_of_three(sketch) : landscape(sketch, question);
}

void add_progress(Sketch& sketch, const Plan& plan, float echo_end) {
  const float right = sketch.width() - (sketch.portrait() ? 40.f : 48.f);
  const std::string words = sketch.say("change.progress", {{"n", "2"}, {"total", "2"}});
  const float w = sketch.text_width(words, {});
  if (right - w < echo_end + 24) return;
  sketch.text({right - w, plan.header_y, w, kTarget}, words, {.align = Align::end, .stand = Stand::middle});
  if (sketch.portrait() || right - w - 166 < echo_end + 24) return;
  const float y = plan.header_y + kTarget / 2 - 6;
  sketch.box({right - w - 88, y, 64, 12}, Shape::dash);
  sketch.box({right - w - 166, y, 64, 12}, Shape::dash);
}

void add_header(Sketch& sketch, const Plan& plan, int value) {
  add_back(sketch, plan.back_x, plan.back_y, visit::Action{visit::BackTapped{}});
  if (!plan.echo) return;
  const int face = face_for(value, sketch.view().survey.scale);
  const float face_x = plan.back_x + (sketch.reach() ? 8 : kTarget + 24);
  sketch.picture({face_x, plan.header_y + 17, 84, 84}, "faces/face-" + std::to_string(face));
  const float x = face_x + 84 + 18;
  const float end = sketch.width() - (sketch.portrait() ? 190.f : 360.f);
  const Fitted echo = sketch.fit(sketch.say(echo_key(sketch.view(), value)), {.stand = Stand::middle},
                                 end - x, {{40, 1.25f, 1}, {40, 1.1f, 2}, {40, .98f, 3}});
  sketch.text({x, plan.header_y, end - x, kTarget}, echo.text, echo.lettering);
  add_progress(sketch, plan, x + echo.width);
}

void add_chip(Sketch& sketch, const Plan& plan, const survey::Topic& topic, const Rect& rect, bool chosen) {
  const int mark = sketch.mark();
  const std::string word = sketch.say("topic." + topic.id);
  const float foot = chosen ? 0.f : 4.f;
  const float icons = plan.icons ? plan.chip_icon + plan.chip_gap : 0;
  const float x = rect.x + plan.chip_pad + icons;
  const Lettering lettering{.role = Role::button, .weight = chosen ? 700 : 0, .stand = Stand::middle};
  float room = rect.right() - plan.chip_end - x;
  const std::vector<Step> steps = {{40, 1.25f, 1}, {40, 1.1f, 2}, {40, 1, 3}, {kLeastLabel, .92f, 3}};
  Fitted fitted = sketch.fit(word, lettering, room, steps, rect.h - 4);
  if (chosen) {  // clear of the badge, if it can be
    constexpr float kBadge = 32;
    const bool tight = sketch.large() && sketch.small();  // no larger there
    const Fitted narrower = tight ? sketch.fit_exactly(word, lettering, room - kBadge, steps, rect.h - 4)
                                  : sketch.fit(word, lettering, room - kBadge, steps, rect.h - 4);
    if (narrower.fits) fitted = narrower, room -= kBadge;
  }
  sketch.box(rect, chosen ? Shape::selected : Shape::tile);
  if (plan.icons) {
    const float icon_y = rect.y + (rect.h - foot - plan.chip_icon) / 2;
    sketch.picture({rect.x + plan.chip_pad, icon_y, plan.chip_icon, plan.chip_icon}, "icons/" + topic.icon);
  }
  sketch.text({x, rect.y, room, rect.h - foot}, fitted.text, fitted.lettering);
  if (chosen) add_badge(sketch, rect);
  const std::string label = chosen ? sketch.say("change.spoken_chosen", {{"topic", word}}) : word;
  sketch.target(rect, visit::Action{visit::TopicTapped{topic.id}}, label, mark);
}

const survey::Topic* find_topic(const View& view, const std::string& id) {
  for (const survey::Topic& topic : view.survey.topics)
    if (topic.id == id) return &topic;
  return nullptr;
}

void add_chips(Sketch& sketch, const Plan& plan, const visit::Visit& visit) {
  const float gap = kChipGap;
  const float columns = static_cast<float>(plan.columns);
  const float w = (sketch.width() - 2 * plan.margin - (columns - 1) * gap) / columns;
  int place = 0;
  for (const std::string& id : visit.topic_order) {
    const survey::Topic* topic = find_topic(sketch.view(), id);
    if (!topic) continue;
    const float column = static_cast<float>(place % plan.columns);
    const float row = static_cast<float>(place / plan.columns);
    const Rect rect{plan.margin + column * (w + gap), plan.chips_y + row * plan.pitch, w, plan.chip_h};
    const bool chosen = std::find(visit.topics.begin(), visit.topics.end(), id) != visit.topics.end();
    add_chip(sketch, plan, *topic, rect, chosen);
    ++place;
  }
}

/// One line, cut with an ellipsis (by Type) if it was written; an invitation of up to two lines if not.
void add_field(Sketch& sketch, const Rect& rect, const std::string& comment) {
  const int mark = sketch.mark();
  const bool written = !comment.empty();
  const std::string invitation = sketch.say("change.own_words");
  const float border = written ? 6.f : 3.5f;
  const float icon_x = rect.x + border + 32, end = rect.right() - border - 24;
  float x = icon_x + 56 + 22, room = end - x;
  Lettering lettering{.colour = written ? Colour::ink : Colour::ink2, .stand = Stand::middle};
  lettering.typed = written;
  if (written && sketch.large()) lettering.px = 61;
  Fitted fitted{sketch.head_that_fits(comment, lettering, room), lettering, room, 0};
  bool pencil = true;
  if (!written) {
    const std::vector<Step> steps = {{40, 1.25f, 1}, {40, 1.1f, 2}, {kLeastLabel, .98f, 3}};
    fitted = sketch.fit(invitation, lettering, room, steps, rect.h - 8);
    pencil = fitted.fits;
    if (!pencil) {
      x = rect.x + border + 16, room = end + 8 - x;
      fitted = sketch.fit(invitation, lettering, room, steps, rect.h - 8);
    }
  }
  sketch.box(rect, written ? Shape::field_written : Shape::field);
  if (pencil) sketch.picture({icon_x, rect.y + rect.h / 2 - 28, 56, 56}, "icons/pencil");
  sketch.text({x, rect.y, room, rect.h}, fitted.text, fitted.lettering);
  const std::string label =
      written ? sketch.say("change.spoken_comment", {{"comment", comment}}) : invitation;
  sketch.target(rect, visit::Action{visit::WordsTapped{}}, label, mark);
}

void add_skip_or_done(Sketch& sketch, const Rect& rect, bool done) {
  const std::string word = sketch.say(done ? "change.done" : "change.skip");
  Button button{.rect = rect, .shape = done ? Shape::primary : Shape::pill, .word = word};
  button.after = done ? Icon{"icons/check", 50} : Icon{"icons/fwd", 46};
  add_button(sketch, button, visit::Action{visit::ChangeDone{}}, word);
}

/// The same place and size whether it says Skip or Done.
float skip_width(const Sketch& sketch) {
  const float needed = std::max(button_width(sketch, sketch.say("change.skip"), 46),
                                button_width(sketch, sketch.say("change.done"), 50));
  return std::min(std::max(252.f, std::ceil(needed)), sketch.width() * 0.42f);
}

}  // namespace

Scene change(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Visit visit = view.state.visit.value_or(visit::Visit{});
  const std::string question = sketch.say(question_key(view));
  Plan plan = plan_for(sketch, question);

  sketch.background(Land::clearing, plan.ground_y);
  if (!sketch.small() && !sketch.large() && !sketch.reach()) {
    const float s = sketch.portrait() ? 1.5f : plan.ground_y > 750 ? 0.4f : plan.ground_y > 720 ? 0.6f : 1.f;
    const float x = sketch.portrait() ? 190.f : sketch.width() / 2;
    const float foot = sketch.height() - (sketch.portrait() ? 44.f : plan.ground_y > 720 ? 8.f : 16.f);
    sketch.picture({x - 60 * s, foot - 110 * s, 120 * s, 124 * s}, "parts/sprout");
  }
  sketch.content_begins();

  add_header(sketch, plan, visit.value);
  const Stand stand = plan.echo ? Stand::top : Stand::middle;
  const Fitted asked = sketch.fit_even(question, {.role = Role::question, .stand = stand}, plan.question.w,
                                       plan.question_steps, plan.question.h);
  sketch.text({plan.question.x, plan.question.y, asked.width, std::max(plan.question.h, asked.height)},
              asked.text, asked.lettering);
  add_chips(sketch, plan, visit);

  const float w = skip_width(sketch);
  plan.skip = {plan.skip.right() - w, plan.skip.y, w, plan.skip.h};
  if (plan.shared_row) plan.field.w -= w + kChipGap;
  if (view.survey.comment) add_field(sketch, plan.field, visit.comment);
  add_skip_or_done(sketch, plan.skip, !visit.topics.empty() || !visit.comment.empty());
  return scene;
}

}  // namespace farewell::kiosk
