// Always on show: thanks first, then the first question with its faces. One tap is a whole answer.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

/// Where things stand, after the mocks; reference pixels.
struct Plan {
  float margin = 48;
  float header_y = 18;
  Rect thanks;
  std::vector<Step> thanks_steps;
  float question_gap = 8;
  float question_px = 46;
  float face_px = 184;
  float faces_y = 334;
  float face_gap = 16;
  float word_px = 42;
  float word_gap = 19;
  int word_lines = 1;
  float cell_h = 250;
  float foot_y = 664;  ///< of "Make this easier"
  Rect privacy;
  bool brand = true;
  bool easier_word = true;
  int languages = 3;             ///< shown by name beside the globe
  bool languages_below = false;  ///< a button of their own at the foot
  float ground_y = 0;
};

Plan landscape(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  Plan plan;
  const float down = height - 800;  // more height goes between headline and faces, then above the hills
  plan.thanks = {64, 158 + down * .25f, width - 128, 96};
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
  plan.margin = 28;
  plan.header_y = 22;
  plan.thanks = {48, 206, width - 76, 212};
  plan.thanks_steps = {{100, 1.02f, 2}, {88, 1.02f, 2}, {76, 1.02f, 3}, {64, 1.02f, 3}};
  plan.question_gap = 26;
  plan.question_px = 50;
  plan.face_px = 138;
  plan.faces_y = height * .5f;
  plan.word_px = 41;
  plan.word_gap = 20;
  plan.word_lines = 2;
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
  plan.face_gap = 14;
  plan.word_px = 39.5f;
  plan.word_gap = 11;
  plan.cell_h = 182;
  plan.foot_y = height - 182;
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

Plan plan_for(const Sketch& sketch) {
  if (sketch.portrait()) return portrait(sketch);
  if (sketch.small()) return small(sketch);
  return sketch.view().theme.mood == Mood::contrast ? contrast(sketch) : landscape(sketch);
}

void add_brand(Sketch& sketch, const Plan& plan) {
  const float x = plan.margin + 8;
  sketch.picture({x, plan.header_y + 31, 56, 56}, "parts/mark");
  const std::string& shop = sketch.view().survey.shop;
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
              "\u2066" + sketch.say("languages.count_more", {{"n", std::to_string(more)}}) + "\u2069",
              lettering);
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
  const float gap = 16;
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
  if (!sketch.portrait()) add_globe(sketch, end + gap, plan.header_y);
}

void add_headline(Sketch& sketch, const Plan& plan) {
  const Fitted thanks = sketch.fit_even(sketch.say("welcome.thanks"), {.role = Role::welcome}, plan.thanks.w,
                                        plan.thanks_steps);
  // Scripts on taller lines begin higher, so that the question keeps its place.
  const Lettering& set = thanks.lettering;
  const float taller = std::max(0.f, thanks.height - set.px * set.line * static_cast<float>(set.lines));
  const float top = plan.thanks.y - .85f * taller;
  sketch.text({plan.thanks.x, top, thanks.width + 2, thanks.height}, thanks.text, thanks.lettering);
  const float px = plan.question_px;
  const Fitted question = sketch.fit(sketch.say("welcome.question"), {.role = Role::lead}, plan.thanks.w,
                                     {{px, 1.25f, 1}, {42, 1.2f, 1}, {40, 1.1f, 2}, {34, 1.1f, 2}});
  const float y = top + thanks.height + plan.question_gap;
  sketch.text({plan.thanks.x + 2, y, plan.thanks.w, question.height}, question.text, question.lettering);
}

/// Of those between spaces: what no line break makes narrower.
float widest_word(const Sketch& sketch, const Fitted& words) {
  float widest = 0;
  for (std::size_t from = 0; from <= words.text.size();) {
    const std::size_t to = std::min(words.text.find(' ', from), words.text.size());
    widest = std::max(widest, sketch.text_width(words.text.substr(from, to - from), words.lettering));
    from = to + 1;
  }
  return widest;
}

/// One size for all words: the first at which every one fits its face's column.
std::vector<Fitted> fit_words(const Sketch& sketch, const Plan& plan, float width) {
  const int of = sketch.view().survey.scale;
  std::vector<Fitted> words;
  for (const float px : {plan.word_px, 40.f, 36.f, 32.f, 28.f, 25.f}) {
    words.clear();
    bool fits = true;
    for (int value = 1; value <= of; ++value) {
      const std::string key = (of == 4 ? "face4." : "face.") + std::to_string(value);
      const Lettering lettering{.role = Role::face_word, .align = Align::centre};
      const std::vector<Step> steps = {{px, 1, 1}, {px, 1.06f, std::max(plan.word_lines, px < 40 ? 2 : 1)}};
      words.push_back(sketch.fit(sketch.say(key), lettering, width, steps));
      // What the last step could not set in its lines is cut; look for a smaller size before that.
      fits = fits && widest_word(sketch, words.back()) <= width &&
             sketch.text_width(words.back().text, words.back().lettering) <=
                 width * static_cast<float>(words.back().lettering.lines) * .97f;
    }
    if (fits) break;
  }
  return words;
}

void add_face(Sketch& sketch, const Plan& plan, const Rect& cell, int value, const Fitted& word) {
  const View& view = sketch.view();
  const int pressed = view.state.visit ? view.state.visit->pressed : 0;
  const float alpha = pressed != 0 && pressed != value ? .4f : 1;
  const int mark = sketch.mark();
  const float x = cell.x + (cell.w - plan.face_px) / 2;
  // The drawing's circle leaves 6 of 200 around it.
  const float out = plan.face_px * 6 / 188;
  if (view.theme.mood != Mood::contrast) {
    const float w = plan.face_px * .717f;
    sketch.picture({cell.x + (cell.w - w) / 2, cell.y + plan.face_px - 7, w, 16}, "parts/face-shade");
  }
  sketch.picture({x - out, cell.y - out, plan.face_px + 2 * out, plan.face_px + 2 * out},
                 "faces/face-" + std::to_string(face_for(value, view.survey.scale)));
  const float word_y = cell.y + plan.face_px + plan.word_gap;
  sketch.text({cell.x - 8, word_y, cell.w + 16, word.height}, word.text, word.lettering);
  sketch.fade(mark, alpha);
  sketch.target(cell, visit::Action{visit::FaceTapped{value}}, word.text, mark);
}

void add_faces(Sketch& sketch, const Plan& plan) {
  const int of = sketch.view().survey.scale;
  const auto count = static_cast<float>(of);
  const float w = (sketch.width() - 2 * plan.margin - (count - 1) * plan.face_gap) / count;
  const std::vector<Fitted> words = fit_words(sketch, plan, w + 16);
  for (int value = 1; value <= of; ++value) {
    const float x = plan.margin + static_cast<float>(value - 1) * (w + plan.face_gap);
    add_face(sketch, plan, {x, plan.faces_y, w, plan.cell_h}, value,
             words[static_cast<std::size_t>(value - 1)]);
  }
}

/// Returns where it ends.
float add_easier(Sketch& sketch, const Plan& plan) {
  const std::string word = sketch.say("welcome.easier");
  const float x = sketch.portrait() ? plan.margin + 12 : plan.margin;
  const bool dark = sketch.view().theme.mood == Mood::contrast;
  if (!plan.easier_word) {
    const int mark = sketch.mark();
    sketch.box({x, plan.foot_y, kTarget, kTarget}, dark ? Shape::primary : Shape::disc);
    sketch.picture({x + 27, plan.foot_y + 27, 64, 64}, "icons/access", dark ? Colour::onspruce : Colour::ink);
    sketch.target({x, plan.foot_y, kTarget, kTarget}, SheetOpened{"easier"}, word, mark);
    return x + kTarget;
  }
  const float most = sketch.portrait() ? plan.privacy.x - 36 - x : sketch.width() * .42f;
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
  const float w = button_width(sketch, language->endonym, 52);
  Button button{.rect = {x, plan.foot_y, w, kTarget}, .shape = Shape::pill, .word = language->endonym};
  button.before = {"icons/globe", 52};
  add_button(sketch, button, SheetOpened{"languages"}, sketch.say("languages.title"));
  return x + w;
}

void add_privacy(Sketch& sketch, Rect room, float after) {
  const Lettering legal{.role = Role::legal};
  std::string words = sketch.say("welcome.privacy");
  if (sketch.portrait()) std::ranges::replace(words, '\n', ' ');
  if (sketch.small()) words = sketch.say("welcome.privacy_short");
  const std::vector<Step> steps = sketch.portrait()
                                      ? std::vector<Step>{{25, 1.28f, 5}, {25, 1.15f, 6}, {22, 1.15f, 7}}
                                      : std::vector<Step>{{25, 1.32f, 2}, {25, 1.25f, 3}, {24, 1.15f, 4}};
  const float start = std::max(room.x, after + 24);
  const float end = room.right();
  Fitted fitted = sketch.fit(words, legal, end - start, steps);
  if (sketch.portrait() || sketch.small() || sketch.view().theme.mood == Mood::contrast) {
    const float y = room.y + std::max(0.f, (room.h - fitted.height) / 2);
    sketch.text({start, y, end - start, fitted.height}, fitted.text, fitted.lettering);
    return;
  }
  const float y = std::min(room.y, sketch.height() - fitted.height - 8);
  sketch.text({end - fitted.width, y, fitted.width, fitted.height}, fitted.text, fitted.lettering);
}

}  // namespace

Scene welcome(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const Plan plan = plan_for(sketch);
  sketch.background(Land::meadow, plan.ground_y);
  scene.background.flowers = view.garden;
  sketch.content_begins();
  if (plan.brand) add_brand(sketch, plan);
  add_languages(sketch, plan);
  add_headline(sketch, plan);
  add_faces(sketch, plan);
  float after = add_easier(sketch, plan);
  if (plan.languages_below) after = add_language_pill(sketch, plan, after + (plan.easier_word ? 34.f : 14.f));
  add_privacy(sketch, plan.privacy, after);
  return scene;
}

}  // namespace farewell::kiosk
