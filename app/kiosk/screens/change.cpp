// "Is there one thing we could change?": the topics in the visit's order, the field for own words, Skip or
// Done.

#include <algorithm>
#include <cmath>
#include <string>

#include "app/kiosk/screens/change_plan.h"

namespace farewell::kiosk {
namespace {

std::string question_key(const View& view) {
  const int value = view.state.visit ? view.state.visit->value : 0;
  return survey::is_happy(value, view.survey.scale) ? "change.question_happy" : "change.question";
}

std::string echo_key(const View& view, int value) {
  return (view.survey.scale == 4 ? "change.echo4." : "change.echo.") + std::to_string(value);
}

void add_progress(Sketch& sketch, const ChangePlan& plan, float echo_end) {
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

void add_header(Sketch& sketch, const ChangePlan& plan, int value) {
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

void add_chip(Sketch& sketch, const ChangePlan& plan, const survey::Topic& topic, const Rect& rect,
              bool chosen) {
  const int mark = sketch.mark();
  const std::string word = sketch.say("topic." + topic.id);
  const float foot = chosen ? 0.f : 4.f;
  const float icons = plan.icons ? plan.chip_icon + plan.chip_gap : 0;
  const float x = rect.x + plan.chip_pad + icons;
  const Lettering lettering{.role = Role::button, .weight = chosen ? 700 : 0, .stand = Stand::middle};
  float room = rect.right() - plan.chip_end - x;
  const std::vector<Step> steps = chip_steps(plan);
  Fitted fitted = sketch.fit(word, lettering, room, steps, rect.h - 4);
  if (chosen) {  // clear of the badge, if it can be
    constexpr float kBadge = 32;
    const Fitted narrower = sketch.fit(word, lettering, room - kBadge, steps, rect.h - 4);
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

/// "topics 2" is the second page.
std::string page_name(std::size_t page) {
  return page == 0 ? "" : "topics " + std::to_string(page + 1);
}

/// Leads to the next page, and from the last to the first.
void add_more(Sketch& sketch, const Rect& rect, std::size_t next) {
  const int mark = sketch.mark();
  sketch.box(rect, Shape::outline);
  sketch.picture({rect.x + rect.w / 2 - 32, rect.y + rect.h / 2 - 32, 64, 64}, "icons/fwd");
  sketch.target(rect, SheetOpened{page_name(next)}, sketch.say("change.more"), mark);
}

void add_chips(Sketch& sketch, const ChangePlan& plan, const visit::Visit& visit) {
  const float columns = static_cast<float>(plan.columns);
  const float w = (sketch.width() - 2 * plan.margin - (columns - 1) * kChipGap) / columns;
  std::vector<const survey::Topic*> topics;
  for (const std::string& id : visit.topic_order)
    if (const survey::Topic* topic = find_topic(sketch.view(), id)) topics.push_back(topic);
  const bool paged = plan.chips > 0 && topics.size() > plan.chips;
  const std::size_t a_page = paged ? plan.chips - 1 : std::max<std::size_t>(topics.size(), 1);
  const std::size_t pages = (topics.size() + a_page - 1) / a_page;
  std::size_t page = 0;
  while (page < pages && page_name(page) != sketch.view().sheet) ++page;
  if (page >= pages) page = 0;
  const auto place = [&](std::size_t i) {
    const auto across = static_cast<std::size_t>(plan.columns);
    return Rect{plan.margin + static_cast<float>(i % across) * (w + kChipGap),
                plan.chips_y + static_cast<float>(i / across) * plan.pitch, w, plan.chip_h};
  };
  for (std::size_t i = page * a_page; i < std::min(topics.size(), (page + 1) * a_page); ++i) {
    const bool chosen = std::ranges::find(visit.topics, topics[i]->id) != visit.topics.end();
    add_chip(sketch, plan, *topics[i], place(i - page * a_page), chosen);
  }
  if (paged) add_more(sketch, place(a_page), (page + 1) % pages);
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
    const bool low = sketch.large() && rect.h < 130;
    const std::vector<Step> steps =
        low ? std::vector<Step>{{40, .9f, 1}, {40, .9f, 2}}
            : std::vector<Step>{{40, 1.25f, 1}, {40, 1.1f, 2}, {kLeastLabel, .98f, 3}};
    fitted = sketch.fit(invitation, lettering, room, steps, rect.h - (low ? 1 : 8));
    pencil = fitted.fits && (!sketch.large() || fitted.lettering.px >= 60);
    if (!pencil) {
      x = rect.x + border + 16, room = end + 8 - x;
      fitted = sketch.fit(invitation, lettering, room, steps, rect.h - (low ? 1 : 8));
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
  if (!sketch.large()) button.after = done ? Icon{"icons/check", 50} : Icon{"icons/fwd", 46};
  add_button(sketch, button, visit::Action{visit::ChangeDone{}}, word);
}

/// The same place and size whether it says Skip or Done.
float skip_width(const Sketch& sketch) {
  const Lettering larger{.role = Role::button, .px = 61};
  if (sketch.large() && !sketch.reach())
    return std::max({210.f, sketch.text_width(sketch.say("change.skip"), larger) + 32,
                     sketch.text_width(sketch.say("change.done"), larger) + 32});
  const float needed = std::max(button_width(sketch, sketch.say("change.skip"), 46),
                                button_width(sketch, sketch.say("change.done"), 50));
  const float share = sketch.small() && sketch.portrait() ? .6f : .42f;
  return std::min(std::max(252.f, std::ceil(needed)), sketch.width() * share);
}

}  // namespace

Scene change(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Visit visit = view.state.visit.value_or(visit::Visit{});
  const std::string question = sketch.say(question_key(view));
  ChangePlan plan = change_plan(sketch, question);

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
  const Fitted asked = sketch.fit_even(question, {.role = plan.question_role, .stand = stand},
                                       plan.question.w, plan.question_steps, plan.question.h);
  sketch.text({plan.question.x, plan.question.y, asked.width, std::max(plan.question.h, asked.height)},
              asked.text, asked.lettering);
  add_chips(sketch, plan, visit);

  const float w = skip_width(sketch);
  plan.skip = {plan.skip.right() - w, plan.skip.y, w, plan.skip.h};
  if (plan.shared_row) plan.field.w -= w + kChipGap;
  if (plan.back_y == plan.skip.y && !plan.shared_row) {  // beside Back
    const float x = plan.back_x + kTarget + kChipGap;
    plan.skip = {x, plan.skip.y, sketch.width() - plan.margin - x, plan.skip.h};
  }
  if (view.survey.comment) add_field(sketch, plan.field, visit.comment);
  add_skip_or_done(sketch, plan.skip, !visit.topics.empty() || !visit.comment.empty());
  return scene;
}

}  // namespace farewell::kiosk
