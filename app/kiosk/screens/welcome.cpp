// Always on show: thanks first, then the first question with its faces. One tap is a whole answer.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/blink.h"
#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/speech_bar.h"
#include "app/kiosk/screens/welcome_plan.h"

namespace farewell::kiosk {
namespace {

using Plan = WelcomePlan;

void add_brand(Sketch& sketch, const Plan& plan) {
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
  Headline made{.thanks = thanks,
                .question = sketch.fit(sketch.say("welcome.question"), {.role = Role::lead}, plan.thanks.w,
                                       {{px, 1.25f, 1}, {42, 1.2f, 1}, {40, 1.1f, 2}}),
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
  if (plan.column) return made;
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

/// Each face's word in one size, on two lines where one does not do.
std::vector<Fitted> fit_words(const Sketch& sketch, float px, float width) {
  const int of = sketch.view().survey.scale;
  std::vector<Fitted> words;
  for (int value = 1; value <= of; ++value) {
    const std::string key = (of == 4 ? "face4." : "face.") + std::to_string(value);
    words.push_back(sketch.fit_exactly(sketch.say(key), {.role = Role::face_word, .align = Align::centre},
                                       width, {{px, 1, 1}, {px, 1.06f, 2}}));
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
    const float word_x = cell.x + plan.face_px + 28;
    sketch.text({word_x, cell.y, cell.right() - word_x, cell.h}, word.text, beside);
  } else {
    const float word_y = cell.y + plan.face_px + plan.word_gap;
    sketch.text({cell.x - kGap / 2, word_y, cell.w + kGap, word.height}, word.text, word.lettering);
  }
  sketch.fade(mark, alpha);
  sketch.target(cell, visit::Action{visit::FaceTapped{value}}, word.text, mark);
}

/// The faces' cells grow with their words, and what stands below makes room.
Plan with_room(const Sketch& sketch, const std::vector<Fitted>& words, Plan plan) {
  for (const Fitted& word : words)
    plan.cell_h = std::max(plan.cell_h, plan.face_px + plan.word_gap + word.height);
  const float lowest = plan.privacy_below ? plan.foot_y : sketch.height() - kTarget - 8;
  if (const float over = plan.faces_y + plan.cell_h + kGap - lowest; over > 0) {
    plan.face_px -= over;
    plan.cell_h -= over;
  }
  const float foot_y =
      std::clamp(plan.faces_y + plan.cell_h + kGap, plan.foot_y, std::max(plan.foot_y, lowest));
  plan.privacy.y += foot_y - plan.foot_y;
  plan.foot_y = foot_y;
  return plan;
}

/// The words as large as may be, but no smaller than may be, that fit and leave room for faces.
std::vector<Fitted> make_room(const Sketch& sketch, float cell_w, Plan& plan) {
  constexpr float kLeastFace = 80;
  const Plan usual = plan;
  const float width = usual.column ? cell_w - usual.face_px - 28 : cell_w + kGap;
  std::vector<Fitted> words;
  for (const float px : {usual.word_px, 52.f, 46.f, 40.f, kLeastLabel}) {
    if (px > usual.word_px) continue;
    words = fit_words(sketch, px, width);
    plan = usual.column ? usual : with_room(sketch, words, usual);
    if (std::ranges::all_of(words, &Fitted::fits) && plan.face_px >= kLeastFace) break;
  }
  return words;
}

void add_faces(Sketch& sketch, Plan& plan) {
  const int of = sketch.view().survey.scale;
  const auto count = static_cast<float>(of);
  const float across = sketch.width() - 2 * plan.margin;
  const float w = plan.column ? across : (across - (count - 1) * plan.face_gap) / count;
  const std::vector<Fitted> words = make_room(sketch, w, plan);
  for (int value = 1; value <= of; ++value) {
    const float place = static_cast<float>(value - 1);
    const Rect cell = plan.column
                          ? Rect{plan.margin, plan.faces_y + place * (plan.cell_h + kGap), w, plan.cell_h}
                          : Rect{plan.margin + place * (w + plan.face_gap), plan.faces_y, w, plan.cell_h};
    add_face(sketch, plan, cell, value, words[static_cast<std::size_t>(value - 1)]);
  }
}

/// Returns where it ends.
float add_easier(Sketch& sketch, const Plan& plan) {
  const std::string word = sketch.say("welcome.easier");
  const float x = sketch.portrait() ? 40 : plan.margin;
  const bool dark = sketch.view().theme.mood == Mood::contrast;
  if (!plan.easier_word) {
    const int mark = sketch.mark();
    sketch.box({x, plan.foot_y, kTarget, kTarget}, dark ? Shape::primary : Shape::disc);
    sketch.picture({x + 27, plan.foot_y + 27, 64, 64}, "icons/access", dark ? Colour::onspruce : Colour::ink);
    sketch.target({x, plan.foot_y, kTarget, kTarget}, SheetOpened{"easier"}, word, mark);
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
    const int mark = sketch.mark();
    const Rect disc{x, plan.foot_y, kTarget, kTarget};
    sketch.box(disc, Shape::disc);
    sketch.picture({x + 30, plan.foot_y + 29, 58, 58}, "icons/globe");
    sketch.target(disc, SheetOpened{"languages"}, sketch.say("languages.title"), mark);
    return disc.right();
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
  if (sketch.reach()) std::ranges::replace(words, '\n', ' ');
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

}  // namespace

Scene welcome(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  Plan plan = welcome_plan(sketch);
  sketch.background(Land::meadow, plan.ground_y);
  if (plan.flowers) scene.background.flowers = view.garden;
  sketch.content_begins();
  if (plan.brand) add_brand(sketch, plan);
  add_languages(sketch, plan);
  const Rect question = add_headline(sketch, plan);
  const float usual_foot_y = plan.foot_y;
  add_faces(sketch, plan);
  // The meadow is what a small panel drops first.
  if (sketch.small() && plan.foot_y > usual_foot_y) scene.background.flowers.clear();
  const bool roomy = !plan.languages_below && !sketch.portrait() && !sketch.large() && !sketch.reach();
  if (view.reader != ReaderState::off && roomy) {
    add_speech_bar(sketch, plan.margin, plan.foot_y);
    add_privacy_beside(sketch, question);
    return scene;
  }
  float after = add_easier(sketch, plan);
  if (plan.languages_below) after = add_language_pill(sketch, plan, after + (plan.easier_word ? 34.f : kGap));
  add_privacy(sketch, plan, after);
  return scene;
}

}  // namespace farewell::kiosk
