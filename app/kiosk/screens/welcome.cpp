// Always on show: thanks first, then the first question with its faces. One tap is a whole answer.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/welcome_plan.h"

namespace farewell::kiosk {
using Plan = WelcomePlan;

void add_brand(Sketch& sketch, const WelcomePlan& plan) {
  const float x = sketch.portrait() ? 36 : plan.margin + 8;
  sketch.picture({x, plan.header_y + 31, 56, 56}, "parts/mark");
  const View& view = sketch.view();
  const std::string& shop = view.theme.shop.empty() ? view.survey.shop : view.theme.shop;
  if (shop.empty()) return;
  const float room = sketch.width() * (sketch.portrait() ? .4f : .32f);
  const Fitted name = sketch.fit(shop, {.role = Role::small_title, .stand = Stand::middle}, room,
                                 {{42, 1.06f, 1}, {36, 1.06f, 1}, {30, 1.06f, 2}});
  sketch.text({x + 74, plan.header_y, name.width, kTarget}, name.text, name.lettering);
}

const survey::Language* language_of(const View& view, const std::string& tag) {
  const auto found = std::ranges::find(view.languages, tag, &survey::Language::tag);
  return found == view.languages.end() ? nullptr : &*found;
}

namespace {

/// The language in use, then the next ones in the survey's order.
std::vector<const survey::Language*> shown_languages(const View& view, int count) {
  std::vector<const survey::Language*> shown;
  const auto add = [&](const std::string& tag) {
    const survey::Language* language = language_of(view, tag);
    if (language != nullptr && static_cast<int>(shown.size()) < count) shown.push_back(language);
  };
  const auto& offered = view.survey.languages;
  const auto at = std::ranges::find(offered, view.state.language);
  // Those on show keep their places while one of them is chosen.
  const auto place = static_cast<int>(at - offered.begin());
  if (at == offered.end() || place >= count) add(view.state.language);
  for (const std::string& tag : offered) {
    if (static_cast<int>(shown.size()) < count && (shown.empty() || tag != shown.front()->tag)) add(tag);
  }
  return shown;
}

float add_language(Sketch& sketch, const survey::Language& language, float end, float y) {
  const bool in_use = language.tag == sketch.view().state.language;
  Lettering lettering{
      .role = Role::body, .px = 40, .line = 1.25f, .weight = in_use ? 700 : 500, .align = Align::centre};
  lettering.stand = Stand::middle;
  lettering.language = language.tag;
  const float word = sketch.text_width(language.endonym, lettering) + 2;
  const float w = std::max(kTarget, word + 40);
  const Rect cell{end - w, y, w, kTarget};
  const int mark = sketch.mark();
  sketch.text({cell.x + (w - word) / 2, y - 7, word, kTarget}, language.endonym, lettering);
  if (in_use) sketch.box({cell.x + (w - word) / 2, y + 89, word, 6}, Shape::underline);
  sketch.target(cell, visit::Action{visit::LanguageChosen{language.tag}}, language.endonym, mark);
  return cell.x;
}

float add_more_languages(Sketch& sketch, int more, float end, float y) {
  const Rect cell{end - kTarget, y, kTarget, kTarget};
  const int mark = sketch.mark();
  const Lettering lettering{.role = Role::body, .px = 40, .align = Align::centre, .stand = Stand::middle};
  sketch.text({cell.x, y - 7, cell.w, kTarget},
              // Isolated: "+ 3" is written left to right in every language.
              "\u2066" + sketch.say("languages.count_more", {{"n", more}}) + "\u2069", lettering);
  sketch.target(cell, SheetOpened{"languages"}, sketch.say("languages.more"), mark);
  return cell.x;
}

void add_globe(Sketch& sketch, float end, float y) {
  const Rect cell{end - kTarget, y, kTarget, kTarget};
  const int mark = sketch.mark();
  sketch.picture({cell.x + 33, y + 33, 52, 52}, "icons/globe");
  sketch.target(cell, SheetOpened{"languages"}, sketch.say("languages.title"), mark);
}

void add_languages(Sketch& sketch, const Plan& plan) {
  const auto& offered = sketch.view().survey.languages;
  if (offered.size() < 2 || plan.languages_below) return;
  const float gap = kGap;
  float end = sketch.width() - (sketch.portrait() ? 18 : sketch.small() ? plan.margin : 26);
  const auto shown = shown_languages(sketch.view(), plan.languages);
  if (sketch.portrait()) {
    add_globe(sketch, end, plan.header_y);
    end -= kTarget + gap;
  }
  const int more = static_cast<int>(offered.size() - shown.size());
  if (!sketch.portrait() && !shown.empty() && more > 0)
    end = add_more_languages(sketch, more, end, plan.header_y) - gap;
  for (auto language = shown.rbegin(); language != shown.rend(); ++language)
    end = add_language(sketch, **language, end, plan.header_y) - gap;
  if (!sketch.portrait()) add_globe(sketch, end, plan.header_y);
}

/// Two lines as a person would break them: the longer one below ("Thank you / for coming by.").
Fitted heavier_below(const Sketch& sketch, Fitted text, float room) {
  Lettering line = text.lettering;
  line.lines = 1;
  const bool two_lines = text.lettering.lines == 2 && text.height > 1.5f * sketch.height_of(line);
  if (!two_lines || text.text.find('\n') != std::string::npos) return text;
  for (std::size_t space = text.text.rfind(' '); space != std::string::npos && space > 0;
       space = text.text.rfind(' ', space - 1)) {
    const std::string above = text.text.substr(0, space), below = text.text.substr(space + 1);
    const float lower = sketch.text_width(below, text.lettering);
    if (lower > room) return text;
    if (sketch.text_width(above, text.lettering) > lower) continue;
    text.text = above + "\n" + below;
    text.width = lower;
    return text;
  }
  return text;
}

/// Thanks and the question below it, as they stand.
struct Headline {
  Fitted thanks, question;
  float top = 0;
  float question_y = 0;

  float end() const { return question_y + std::max(question.height, question.ink_bottom); }
};

Headline headline_with(const Sketch& sketch, const Plan& plan, const Fitted& thanks) {
  // Scripts on taller lines begin higher, so that the question keeps its place.
  const Lettering& set = thanks.lettering;
  const float taller = std::max(0.f, thanks.height - set.px * set.line * static_cast<float>(set.lines));
  const float wished =
      sketch.large() ? plan.thanks.y : std::max(plan.thanks.y - .85f * taller, plan.brand ? 12.f : 10.f);
  const float px = plan.question_px;
  const bool in_large_letters = plan.foot_in_grid || (sketch.large() && plan.column);
  const std::vector<Step> steps = in_large_letters
                                      ? std::vector<Step>{{px, 1.06f, 1}, {px, 1.02f, 2}, {px, .98f, 3}}
                                      : std::vector<Step>{{px, 1.25f, 1}, {42, 1.2f, 1}, {40, 1.1f, 2}};
  Headline made{
      .thanks = thanks,
      .question = sketch.fit(sketch.say("welcome.question"), {.role = Role::lead}, plan.thanks.w, steps),
      .top = std::max(wished, 1 - thanks.ink_top)};
  const float thanks_end = made.top + std::max(thanks.height, thanks.ink_bottom);
  made.question_y = thanks_end + std::max(plan.question_gap, -made.question.ink_top);
  return made;
}

/// Larger text and taller scripts may take the faces' room: then thanks is set smaller, step by step.
Headline headline(const Sketch& sketch, const Plan& plan) {
  const std::string words = sketch.say("welcome.thanks");
  Fitted thanks = sketch.fit_even(words, {.role = Role::welcome}, plan.thanks.w, plan.thanks_steps,
                                  sketch.large() ? plan.thanks.h : 0);
  if (sketch.portrait()) thanks = heavier_below(sketch, thanks, plan.thanks.w);
  Headline made = headline_with(sketch, plan, thanks);
  if (plan.foot_in_grid) return made;
  for (const Step& step : plan.thanks_steps) {
    if (made.end() <= plan.faces_y) break;
    if (step.px >= thanks.lettering.px) continue;
    made = headline_with(sketch, plan,
                         sketch.fit_exactly(words, {.role = Role::welcome}, plan.thanks.w, {step}));
  }
  return made;
}

/// Returns where the question stands. The faces stand clear of it.
Rect add_headline(Sketch& sketch, Plan& plan) {
  const auto [thanks, question, top, y] = headline(sketch, plan);
  sketch.text({plan.thanks.x, top, thanks.width + 2, thanks.height}, thanks.text, thanks.lettering);
  sketch.text({plan.thanks.x + 2, y, plan.thanks.w, question.height}, question.text, question.lettering);
  if (!plan.column) plan.faces_y = std::max(plan.faces_y, y + question.ink_bottom + 4);
  return {plan.thanks.x + 2, y, question.width, question.height};
}

}  // namespace

Scene welcome(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  Plan plan = welcome_plan(sketch);
  sketch.background(Land::meadow, plan.ground_y);
  const bool calm = sketch.large() && view.reader != ReaderState::off;  // behind more that is to be read
  if (plan.flowers && !calm) scene.background.flowers = view.garden;
  sketch.content_begins();
  if (plan.brand) add_brand(sketch, plan);
  add_languages(sketch, plan);
  const Rect question = add_headline(sketch, plan);
  if (sketch.large() || (sketch.small() && sketch.portrait()))
    scene.background.words_end = view.metrics.px(plan.faces_y);
  const float usual_foot_y = plan.foot_y;
  add_faces(sketch, plan);
  if (sketch.small() && sketch.portrait())  // the hills begin below the words
    scene.background.ground_y = view.metrics.px(plan.foot_y + 14);
  // The meadow is what a small panel drops first.
  if (sketch.small() && plan.foot_y > usual_foot_y) scene.background.flowers.clear();
  add_foot(sketch, plan, question);
  return scene;
}

}  // namespace farewell::kiosk
