// Welcome's foot: "Make this easier", the languages where they have a button of their own, the promise, and
// the voice's controls while the screen is read aloud.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/speech_bar.h"
#include "app/kiosk/screens/welcome_plan.h"

namespace farewell::kiosk {
namespace {

using Plan = WelcomePlan;

/// In one run, wherever its lines end.
std::string short_promise(const Sketch& sketch) {
  std::string words = sketch.say("welcome.privacy_short");
  std::ranges::replace(words, '\n', ' ');
  return words;
}

/// Returns where it ends.
float add_easier(Sketch& sketch, const Plan& plan) {
  const std::string word = sketch.say("welcome.easier");
  const float x = foot_x(sketch, plan);
  const bool dark = sketch.view().theme.mood == Mood::contrast;
  if (!plan.easier_word) {
    add_disc(sketch, x, plan.foot_y, {"icons/access", 64}, SheetOpened{"easier"}, word,
             dark ? Shape::primary : Shape::disc);
    return x + kTarget;
  }
  const bool beside_privacy = sketch.portrait() && !sketch.reach();
  const float most = beside_privacy ? plan.privacy.x - 36 - x : sketch.width() * plan.easier_share;
  const float w = std::min(button_width(sketch, word, 64), most);
  Button button{
      .rect = {x, plan.foot_y, w, kTarget}, .shape = dark ? Shape::primary : Shape::pill, .word = word};
  button.before = {"icons/access", 64};
  button.foot = 4;
  add_button(sketch, button, SheetOpened{"easier"}, word);
  return x + w;
}

/// High contrast and small panels have their languages in a button of their own. Returns where it ends.
float add_language_pill(Sketch& sketch, const Plan& plan, float x) {
  const survey::Language* language = language_of(sketch.view(), sketch.view().state.language);
  if (language == nullptr || sketch.view().survey.languages.size() < 2) return x;
  if (!plan.easier_word) {
    add_disc(sketch, x, plan.foot_y, {"icons/globe", 58}, SheetOpened{"languages"},
             sketch.say("languages.title"));
    return x + kTarget;
  }
  const float most = sketch.width() - plan.margin - x;
  const float w = std::min(button_width(sketch, language->endonym, 52), most);
  if (plan.languages_at_end) x = sketch.width() - 40 - w;
  Button button{.rect = {x, plan.foot_y, w, kTarget}, .shape = Shape::pill, .word = language->endonym};
  button.before = {"icons/globe", 52};
  add_button(sketch, button, SheetOpened{"languages"}, sketch.say("languages.title"));
  return x + w;
}

void add_privacy(Sketch& sketch, const Plan& plan, float after) {
  const Rect& room = plan.privacy;
  const Lettering legal{.role = Role::legal};
  std::string words = sketch.say("welcome.privacy");
  if (sketch.portrait()) std::ranges::replace(words, '\n', ' ');
  const bool little_room = sketch.small() || sketch.large() || sketch.view().theme.mood == Mood::contrast;
  if (little_room) words = sketch.say("welcome.privacy_short");
  if (sketch.reach() || sketch.small()) std::ranges::replace(words, '\n', ' ');
  const std::vector<Step> steps = sketch.portrait()
                                      ? std::vector<Step>{{25, 1.28f, 5}, {25, 1.15f, 6}, {25, 1.1f, 7}}
                                      : std::vector<Step>{{25, 1.32f, 2}, {25, 1.25f, 3}, {25, 1.15f, 4}};
  const float start = plan.privacy_below ? room.x : std::max(room.x, after + 24);
  const float end = room.right();
  Fitted fitted = sketch.fit(words, legal, end - start, steps, sketch.large() ? room.h : 0);
  if (!fitted.fits || room.y + fitted.height > sketch.height() - 4)
    fitted = sketch.fit(sketch.say("welcome.privacy_short"), legal, end - start, steps,
                        sketch.large() ? room.h : 0);
  if (sketch.portrait() || sketch.small() || sketch.large() || sketch.reach() ||
      sketch.view().theme.mood == Mood::contrast) {
    const float y = room.y + std::max(0.f, (room.h - fitted.height) / 2);
    sketch.text({start, y, end - start, fitted.height}, fitted.text, fitted.lettering);
    return;
  }
  const float y = std::min(room.y, sketch.height() - fitted.height - 8);
  sketch.text({end - fitted.width, y, fitted.width, fitted.height}, fitted.text, fitted.lettering);
}

/// While the screen is read aloud the hill holds the voice's controls, and the promise moves beside the
/// question.
void add_privacy_beside(Sketch& sketch, const Rect& question) {
  constexpr float kBandAndMark = 112;
  // By night light words stay clear of the moon.
  const float end = sketch.width() - (is_dark(sketch.view().theme.mood) ? 206 : 48);
  const float x = std::min(question.right() + kBandAndMark, end - 260);
  const auto fit = [&](const char* key) {
    return sketch.fit(sketch.say(key), {.role = Role::legal}, end - x, {{25, 1.28f, 2}, {25, 1.15f, 3}},
                      question.h + 32);
  };
  Fitted words = fit("welcome.privacy");
  if (!words.fits) words = fit("welcome.privacy_short");
  sketch.text({x, question.y + (question.h - words.height) / 2, end - x, words.height}, words.text,
              words.lettering);
}

/// Below the two discs, if the row is high enough.
void add_privacy_in_grid(Sketch& sketch, const Plan& plan, float row_h) {
  const std::string words = short_promise(sketch);
  const float x = foot_x(sketch, plan), y = plan.foot_y + kTarget + 8, w = sketch.width() - plan.margin - x;
  const Fitted fitted = sketch.fit_exactly(words, {.role = Role::legal}, w, {{25, 1.15f, 2}, {25, 1.08f, 3}},
                                           row_h - kTarget - 8);
  if (fitted.fits) sketch.text({x, y, w, fitted.height}, fitted.text, fitted.lettering);
}

/// The promise beside the question, or below it; where there is no room, the voice has the place.
void add_privacy_by_question(Sketch& sketch, const Plan& plan, const Rect& question) {
  constexpr float kBandAndMark = 112, kLeast = 260;
  const float end = sketch.width() - (sketch.portrait() ? 36 : 206);
  if (end - question.right() - kBandAndMark >= kLeast) return add_privacy_beside(sketch, question);
  const std::string words = short_promise(sketch);
  const float y = question.bottom() + 24;
  const Fitted fitted =
      sketch.fit_exactly(words, {.role = Role::legal}, end - question.x, {{25, 1.28f, 1}, {25, 1.2f, 2}});
  if (fitted.fits && y + fitted.height < plan.faces_y - 8)
    sketch.text({question.x, y, end - question.x, fitted.height}, fitted.text, fitted.lettering);
}

}  // namespace

float foot_x(const Sketch& sketch, const WelcomePlan& plan) {
  if (plan.foot_in_grid) return sketch.width() - plan.margin - 2 * kTarget - kGap;
  return sketch.portrait() && !sketch.small() ? 40 : plan.margin;
}

void add_foot(Sketch& sketch, const WelcomePlan& plan, const Rect& question) {
  const bool listening = sketch.view().reader != ReaderState::off;
  const bool roomy = !plan.languages_below && !sketch.portrait() && !sketch.large() && !sketch.reach();
  if (listening && roomy) {
    add_speech_bar(sketch, plan.margin, plan.foot_y);
    return add_privacy_beside(sketch, question);
  }
  if (listening) {
    const float x = foot_x(sketch, plan);
    add_speech_discs(sketch, x, plan.foot_y, sketch.width() - plan.margin - x, plan.languages_below);
    if (plan.privacy_below) return add_privacy(sketch, plan, x);
    if (!plan.foot_in_grid) add_privacy_by_question(sketch, plan, question);
    return;
  }
  float after = add_easier(sketch, plan);
  if (plan.languages_below) after = add_language_pill(sketch, plan, after + (plan.easier_word ? 34.f : kGap));
  if (plan.foot_in_grid) return add_privacy_in_grid(sketch, plan, plan.rows_h.back());
  add_privacy(sketch, plan, after);
}

}  // namespace farewell::kiosk
