// "Leave a contact": by phone with a pad, or by e-mail with the keyboard. What is typed is masked but for its
// last two characters.

#include <algorithm>
#include <array>
#include <string>

#include "app/kiosk/screens/keyboard.h"
#include "app/kiosk/screens/parts.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

using visit::ContactBy;

constexpr std::size_t kPlainCharacters = 2;

std::string send_word(const Sketch& sketch, ContactBy by) {
  return sketch.say(by == ContactBy::phone ? "contact.send_phone" : "contact.send_email");
}

void add_option(Sketch& sketch, const Rect& rect, ContactBy by, bool chosen) {
  const int mark = sketch.mark();
  const bool phone = by == ContactBy::phone;
  const std::string word = sketch.say(phone ? "contact.phone" : "contact.email");
  const float icon = phone ? 62 : 60;
  const float gap = 18, foot = chosen ? 0.f : 4.f;
  const Lettering lettering{.role = Role::button, .weight = chosen ? 700 : 0, .stand = Stand::middle};
  const float down = chosen ? under_badge(rect) : 0, room = rect.w - icon - gap - 20;
  const float h = rect.h - foot - down;
  const Fitted label = sketch.small() ? sketch.fit(word, lettering, room, {{40, 1.25f, 1}}, h)
                                      : sketch.fit(word, lettering, room, {{40, 1.25f, 1}, {40, 1.1f, 2}}, h);
  const bool large_enough = !sketch.large() || label.lettering.px >= 60;
  const float clear = sketch.large() ? 92.f : 19.f;  // of the badge, too
  const bool says_it =
      label.fits && large_enough && label.width + icon + gap + clear <= rect.w && rect.w > 200;
  const float block = says_it ? icon + gap + label.width : icon;
  const float x = rect.x + (rect.w - block) / 2;
  sketch.box(rect, chosen ? Shape::selected : Shape::tile);
  sketch.picture({x, rect.y + (rect.h - foot - icon) / 2, icon, icon}, phone ? "icons/mobile" : "icons/mail");
  if (says_it) sketch.text({x + icon + gap, rect.y + down, label.width, h}, label.text, label.lettering);
  if (chosen) add_badge(sketch, rect);
  sketch.target(rect, visit::Action{visit::ContactByTapped{by}},
                chosen ? sketch.say("change.spoken_chosen", {{"topic", word}}) : word, mark);
}

/// Both ways side by side in `rect`.
void add_options(Sketch& sketch, const Rect& rect, ContactBy by, float gap) {
  const float w = (rect.w - gap) / 2;
  add_option(sketch, {rect.x, rect.y, w, rect.h}, ContactBy::phone, by == ContactBy::phone);
  add_option(sketch, {rect.right() - w, rect.y, w, rect.h}, ContactBy::email, by == ContactBy::email);
}

/// Dots for all but the last two characters, which stand as they are, and the caret.
void add_masked(Sketch& sketch, const Rect& field, const std::string& draft) {
  const int mark = sketch.mark();
  const std::size_t targets = sketch.target_mark();
  sketch.box(field, Shape::field_written);
  const std::size_t typed = grapheme_count(draft);
  const std::size_t plain = std::min(typed, kPlainCharacters);
  const std::size_t masked = typed - plain;
  const float left = field.x + 38;
  const float room = field.w - 76 - 120;
  const float pitch = std::clamp(masked > 0 ? room / static_cast<float>(masked) : 40.f, 26.f, 40.f);
  const std::size_t dots = std::min(masked, static_cast<std::size_t>(room / pitch));
  const float middle = field.y + field.h / 2;
  for (std::size_t i = 0; i < dots; ++i)
    sketch.box({left + 5 + static_cast<float>(i) * pitch, middle - 11, 22, 22}, Shape::dot);
  float x = dots > 0 ? left + static_cast<float>(dots) * pitch + 10 : left;
  const Lettering lettering{.role = Role::body,
                            .px = sketch.fixed(60),
                            .line = 1,
                            .weight = 600,
                            .stand = Stand::middle,
                            .aloud = Aloud::no};
  std::string_view rest = std::string_view(draft).substr(grapheme_prefix(draft, masked).size());
  while (!rest.empty()) {
    const std::string letter(grapheme_prefix(rest, 1));
    const float w = sketch.text_width(letter, lettering) - 1;
    sketch.text({x, field.y, w + 1, field.h}, letter, lettering);
    x += w + 3.6f;
    rest.remove_prefix(letter.size());
  }
  sketch.box({x + (typed > 0 ? 8.f : 0.f), middle - 31, 5, 62}, Shape::caret);
  sketch.keep_order(mark, targets, field);
}

/// Consent: the button's own word is the yes.
void add_consent(Sketch& sketch, const Rect& rect, ContactBy by) {
  const std::string words = sketch.say("contact.legal", {{"button", send_word(sketch, by)}});
  const std::vector<Step> steps = {{25, 1.32f, 1}, {25, 1.32f, 2}, {25, 1.32f, 3}, {25, 1.15f, 3},
                                   {25, 1.1f, 4},  {25, 1.1f, 6},  {25, 1, 7}};
  Fitted legal = sketch.fit(words, {.role = Role::legal}, rect.w, steps, rect.h);
  if (!legal.fits || legal.ink_bottom - legal.ink_top > rect.h)
    legal = sketch.fit_exactly(words, {.role = Role::legal}, rect.w, steps, rect.h);
  const float y = rect.y + std::max(0.f, -legal.ink_top);  // Thai reaches out of its lines
  sketch.text({rect.x, y, rect.w, legal.height}, legal.text, legal.lettering);
}

/// "How may we reply?", or what seems to be missing once it was sent unfinished.
void add_question(Sketch& sketch, const Rect& rect, const visit::Visit& visit) {
  const bool phone = visit.contact_by == ContactBy::phone;
  const bool checked = visit.contact_checked;
  const std::string words = sketch.say(!checked ? "contact.question"
                                       : phone  ? "contact.check_phone"
                                                : "contact.check_email");
  const Lettering lettering{
      .role = Role::body, .colour = checked ? Colour::rowan : Colour::ink, .stand = Stand::middle};
  const Fitted line =
      sketch.fit(words, lettering, rect.w, {{42, 1.15f, 1}, {40, 1.15f, 1}, {40, 1.04f, 2}}, rect.h);
  sketch.text({rect.x, rect.y, rect.w, std::max(line.height, rect.h)}, line.text, line.lettering);
}

void add_title(Sketch& sketch, float x, float y, float w, float px) {
  const Fitted title =
      sketch.fit_even(sketch.say("contact.title"), {.role = Role::sheet, .stand = Stand::middle}, w,
                      {{px, 1.06f, 1}, {px - 8, 1.06f, 1}, {44, 1.04f, 2}, {42, .94f, 3}}, 120);
  sketch.text({x, y + 3, title.width, kTarget}, title.text, title.lettering);
}

/// Two lines of larger text, Arabic ones too.
float send_height(const Sketch& sketch) {
  if (!sketch.large()) return kTarget;
  return sketch.portrait() ? 140 : 178;
}

void add_send(Sketch& sketch, const Rect& rect, ContactBy by) {
  const std::string word = send_word(sketch, by);
  Button button{.rect = rect, .shape = Shape::primary, .word = word};
  if (!sketch.large()) button.after = {"icons/check", 50};
  add_button(sketch, button, visit::Action{visit::ContactSent{}}, word);
}

/// 1 to 9, then + 0 and delete; the hit cells meet in the middle of the gaps.
void add_pad(Sketch& sketch, const Rect& pad, std::size_t columns = 3) {
  constexpr std::array<const char*, 12> kHigh = {"1", "2", "3", "4", "5", "6",
                                                 "7", "8", "9", "+", "0", "delete"};
  constexpr std::array<const char*, 12> kWide = {"1", "2", "3", "4", "5", "6",
                                                 "7", "8", "9", "0", "+", "delete"};
  const auto& keys = columns == 3 ? kHigh : kWide;
  const float gap = 16, across = static_cast<float>(columns), down = 12 / across;
  const float w = (pad.w - (across - 1) * gap) / across, h = (pad.h - (down - 1) * gap) / down;
  const int mark = sketch.mark();
  const std::size_t targets = sketch.target_mark();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string key = keys[i];
    const int key_mark = sketch.mark();
    const Rect cap{pad.x + static_cast<float>(i % columns) * (w + gap),
                   pad.y + static_cast<float>(i / columns) * (h + gap), w, h};
    sketch.box(cap, key == "+" || key == "delete" ? Shape::pad_function_key : Shape::pad_key);
    if (key == "delete")
      sketch.picture({cap.x + w / 2 - 36, cap.y + (h - 5) / 2 - 36, 72, 72}, "icons/bksp");
    else
      sketch.text({cap.x, cap.y, w, h - 5}, key,
                  {.role = Role::key,
                   .px = sketch.fixed(std::min(68.f, (h - 5) * .72f)),
                   .weight = 600,
                   .align = Align::centre,
                   .stand = Stand::middle});
    const std::size_t column = i % columns, row = i / columns, rows = keys.size() / columns;
    const float left = column > 0 ? cap.x - gap / 2 : cap.x, top = row > 0 ? cap.y - gap / 2 : cap.y;
    const float right = column + 1 < columns ? cap.right() + gap / 2 : cap.right();
    const Rect cell{left, top, right - left, (row + 1 < rows ? cap.bottom() + gap / 2 : cap.bottom()) - top};
    sketch.target(cell, KeyPressed{key}, key == "delete" ? sketch.say("contact.delete") : key, key_mark);
  }
  sketch.keep_order(mark, targets, pad);
}

void phone_landscape(Sketch& sketch, const visit::Visit& visit) {
  const float width = sketch.width();
  const float pad_w = sketch.large() ? 500 : 556;
  const Rect pad{width - 48 - pad_w, 24, pad_w, sketch.height() - 56};
  const float w = pad.x - 52 - 48;
  add_back(sketch, 40, 20, visit::Action{visit::BackTapped{}});
  if (sketch.large()) {  // the question says what the title would
    const float send = sketch.height() - 16 - send_height(sketch);
    add_question(sketch, {50, 140, w, 130}, visit);
    add_options(sketch, {48, 278, w, kTarget}, ContactBy::phone, 20);
    add_masked(sketch, {48, 412, w, 84}, visit.contact_draft);
    add_consent(sketch, {50, 502, w - 2, send - 506}, ContactBy::phone);
    add_send(sketch, {48, send, w, send_height(sketch)}, ContactBy::phone);
  } else {
    add_title(sketch, 182, 20, 48 + w - 182, 60);
    add_question(sketch, {50, 138, w, 86}, visit);
    add_options(sketch, {48, 236, w, 126}, ContactBy::phone, 20);
    add_masked(sketch, {48, 386, w, 126}, visit.contact_draft);
    add_consent(sketch, {50, 530, w - 2, 116}, ContactBy::phone);
    add_send(sketch, {48, 650, w, kTarget}, ContactBy::phone);
  }
  add_pad(sketch, pad);
}

void phone_portrait(Sketch& sketch, const visit::Visit& visit) {
  const float w = sketch.width() - 56;
  const float top = sketch.large() ? 10 : 22;
  add_back(sketch, 28, top, visit::Action{visit::BackTapped{}});
  if (sketch.large()) {
    add_question(sketch, {170, 4, sketch.width() - 198, 196}, visit);
  } else {
    add_title(sketch, 170, top, sketch.width() - 198, 60);
    add_question(sketch, {30, 138, w - 2, 74}, visit);
  }
  const float send = sketch.large() ? 555 : 580;
  add_options(sketch, {28, 218, w, kTarget}, ContactBy::phone, 20);
  add_masked(sketch, {28, 354, w, sketch.large() ? 96.f : 108.f}, visit.contact_draft);
  add_consent(sketch, {30, sketch.large() ? 456.f : 472.f, w - 2, 100}, ContactBy::phone);
  add_send(sketch, {28, send, w, sketch.large() ? 150.f : kTarget}, ContactBy::phone);
  add_pad(sketch, {28, 725, w, sketch.height() - 725 - 24});
}

/// 7–8": no title and no words on the two ways; the question's line is kept for what is missing.
void phone_small(Sketch& sketch, const visit::Visit& visit) {
  const Rect pad{sketch.width() - 12 - 386, 3, 386, sketch.height() - 6};
  const float w = pad.x - 26 - 12;
  const float send = sketch.height() - 3 - send_height(sketch);
  add_back(sketch, 12, 3, visit::Action{visit::BackTapped{}});
  add_options(sketch, {12 + kTarget + kGap, 3, w - kTarget - kGap, kTarget}, ContactBy::phone, kGap);
  add_masked(sketch, {12, 135, w, 84}, visit.contact_draft);
  if (visit.contact_checked) add_question(sketch, {14, 224, w - 2, 64}, visit);
  const float y = visit.contact_checked ? 290.f : 226.f;
  add_consent(sketch, {14, y, w - 2, send - 6 - y}, ContactBy::phone);
  add_send(sketch, {12, send, w, send_height(sketch)}, ContactBy::phone);
  add_pad(sketch, pad);
}

/// The same upright: the pad takes the width, its keys are as high as they must be.
void phone_small_upright(Sketch& sketch, const visit::Visit& visit) {
  const float margin = 12, w = sketch.width() - 2 * margin, gap = kGap;
  constexpr float kField = 84, kWords = 104, kKeyGap = 16;
  const float others = 142 + kField + 8 + kWords + send_height(sketch) + gap + 6;
  const float key = std::clamp((sketch.height() - others - 3 * kKeyGap) / 4, 88.f, 130.f);
  const float pad_h = 4 * key + 3 * kKeyGap;
  const Rect pad{margin, sketch.height() - 6 - pad_h, w, pad_h};
  const float send = pad.y - gap - send_height(sketch), x = margin + kTarget + gap;
  add_back(sketch, margin, 4, visit::Action{visit::BackTapped{}});
  add_options(sketch, {x, 16, sketch.width() - margin - x - 6, kTarget}, ContactBy::phone, gap);
  add_masked(sketch, {margin, 142, w, kField}, visit.contact_draft);
  const Rect words{margin + 4, 142 + kField + 4, w - 8, send - 8 - 142 - kField};
  if (visit.contact_checked)
    add_question(sketch, words, visit);
  else
    add_consent(sketch, words, ContactBy::phone);
  add_send(sketch, {margin, send, w, send_height(sketch)}, ContactBy::phone);
  add_pad(sketch, pad);
}

/// The pad in two rows and all else that is touched in the lower half, the words above.
void phone_reach(Sketch& sketch, const visit::Visit& visit) {
  const float margin = sketch.portrait() ? 28.f : 48.f, gap = kGap;
  const float w = sketch.width() - 2 * margin, half = sketch.height() / 2;
  const float below = sketch.height() - 6 - kTarget;
  const Rect pad{margin, below - (sketch.portrait() ? 3 : 2) * (kTarget + gap), w, 2 * kTarget + gap};
  add_title(sketch, margin + 2, 14, w, 60);
  add_question(sketch, {margin + 2, 132, w - 2, 56}, visit);
  add_masked(sketch, {margin, 196, w, 108}, visit.contact_draft);
  add_consent(sketch, {margin + 2, 314, w - 2, half - 324}, ContactBy::phone);
  add_pad(sketch, pad, 6);
  add_back(sketch, margin, below, visit::Action{visit::BackTapped{}});
  const float x = margin + kTarget + gap;
  if (sketch.portrait()) {
    add_options(sketch, {margin, below - kTarget - gap, w, kTarget}, ContactBy::phone, 20);
    add_send(sketch, {x, below, margin + w - x, kTarget}, ContactBy::phone);
    return;
  }
  const float options = w * .5f;
  add_options(sketch, {x, below, options, kTarget}, ContactBy::phone, 20);
  add_send(sketch, {x + options + 20, below, margin + w - x - options - 20, kTarget}, ContactBy::phone);
}

/// The ways back and to the phone are keys.
void email_reach(Sketch& sketch, const visit::Visit& visit) {
  const KeyboardPlace place = keyboard_place(sketch);
  const float margin = 28, w = sketch.width() - 2 * margin;
  add_title(sketch, margin + 2, 14, w, 60);
  add_question(sketch, {margin + 2, 132, w - 2, 56}, visit);
  add_masked(sketch, {margin, 196, w, 108}, visit.contact_draft);
  add_consent(sketch, {margin + 2, 314, w - 2, place.top - 330}, ContactBy::email);
  KeyRows rows = keys_for({}, KeyboardUse::email, sketch.view().keyboard, visit.contact_draft);
  rows = with_way_back(rows, {{"phone", "", "icons/mobile", 1.2f, KeyKind::function}});
  add_keyboard(sketch, place, rows, send_word(sketch, ContactBy::email), visit::Action{visit::ContactSent{}});
}

void email(Sketch& sketch, const visit::Visit& visit) {
  const KeyboardPlace place = keyboard_place(sketch);
  const float width = sketch.width();
  const float margin = sketch.small() ? 12.f : 28.f;
  const float top = sketch.small() ? 3.f : sketch.portrait() ? 22.f : 14.f;
  const Intent back = visit::Action{visit::BackTapped{}};
  add_back(sketch, margin, top, back);
  const float beside = margin + kTarget + 20;
  if (sketch.portrait() && sketch.small()) {
    add_options(sketch, {beside, top + 12, width - margin - beside - 6, kTarget}, ContactBy::email, kGap);
    add_masked(sketch, {margin, 150, width - 2 * margin, 108}, visit.contact_draft);
    const Rect words{margin + 4, 270, width - 2 * margin - 8, place.top - 280};
    add_consent(sketch, words, ContactBy::email);
    if (visit.contact_checked) add_question(sketch, {words.x, 400, words.w, place.top - 420}, visit);
  } else if (sketch.portrait()) {
    add_title(sketch, beside, top, width - margin - beside, 60);
    add_question(sketch, {margin + 2, 138, width - 2 * margin, 80}, visit);
    add_options(sketch, {margin, 226, width - 2 * margin, 126}, ContactBy::email, 20);
    add_masked(sketch, {margin, 376, width - 2 * margin, 126}, visit.contact_draft);
    add_consent(sketch, {margin + 2, 520, width - 2 * margin - 2, place.top - 530}, ContactBy::email);
  } else if (sketch.small()) {
    const float options = 2 * kTarget + kGap;
    const float field = width - margin - options - 20 - beside;
    add_masked(sketch, {beside, top, field, 84}, visit.contact_draft);
    add_options(sketch, {width - margin - options, top, options, kTarget}, ContactBy::email, kGap);
    if (visit.contact_checked) add_question(sketch, {beside, 90, field, 32}, visit);
    add_consent(sketch, {margin, 123, width - 2 * margin, place.top - 130}, ContactBy::email);
  } else {
    const float options = 560;
    add_options(sketch, {width - margin - options, top, options, kTarget}, ContactBy::email, 20);
    const float w = width - margin - options - 24 - beside;
    if (visit.contact_checked)
      add_question(sketch, {beside, top + 14, w, 96}, visit);
    else
      add_title(sketch, beside, top, w, 52);
    add_masked(sketch, {margin, 146, width - 2 * margin, 82}, visit.contact_draft);
    add_consent(sketch, {margin + 2, 232, width - 2 * margin - 4, place.top - 240}, ContactBy::email);
  }
  const KeyRows rows = keys_for({}, KeyboardUse::email, sketch.view().keyboard, visit.contact_draft);
  add_keyboard(sketch, place, rows, send_word(sketch, ContactBy::email), visit::Action{visit::ContactSent{}});
}

}  // namespace

Scene contact(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Visit visit = view.state.visit.value_or(visit::Visit{});
  if (visit.contact_by == ContactBy::email) {
    sketch.background(Land::keyboard, keyboard_place(sketch).top - 6);
    sketch.content_begins();
    if (sketch.reach())
      email_reach(sketch, visit);
    else
      email(sketch, visit);
    return scene;
  }
  // High contrast draws the table's edge as a line, which would run through the words.
  const bool plain = view.theme.mood == Mood::contrast;
  sketch.background(plain ? Land::keyboard : Land::table, sketch.portrait() ? 640 : sketch.height() - 160);
  sketch.content_begins();
  if (sketch.reach())
    phone_reach(sketch, visit);
  else if (sketch.portrait() && sketch.small())
    phone_small_upright(sketch, visit);
  else if (sketch.portrait())
    phone_portrait(sketch, visit);
  else if (sketch.small())
    phone_small(sketch, visit);
  else
    phone_landscape(sketch, visit);
  return scene;
}

}  // namespace farewell::kiosk
