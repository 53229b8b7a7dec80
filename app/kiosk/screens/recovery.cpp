// After an unhappy answer: a plain apology and the choices that this shop can keep. No celebration here.

#include <algorithm>
#include <string>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

/// What may be offered: the survey asks for it and the terminal can do it just now.
struct Offers {
  bool help = false;
  bool contact = false;
};

Offers offers_of(const View& view) {
  return {view.survey.help_calls && view.abilities.help_calls,
          view.survey.follow_ups && view.abilities.contacts};
}

/// The column of choices; heights after the mocks.
struct Column {
  float x = 676;
  float y = 172;
  float w = 556;
  float yes_h = 174;
  float choice_h = 120;
  float gap = 20;
  float legal_y = 690;
};

std::string who_comes(const Sketch& sketch) {
  const survey::Survey& survey = sketch.view().survey;
  const bool name = !survey.staff_name.empty(), minutes = survey.staff_minutes > 0;
  if (!name && !minutes) return {};
  const std::string key = name && minutes ? "recovery.yes_detail"
                          : name          ? "recovery.yes_detail_name"
                                          : "recovery.yes_detail_minutes";
  return sketch.say(key, {{"name", survey.staff_name}, {"minutes", survey.staff_minutes}});
}

/// Headlines in larger text: two lines, or as many as it takes.
const std::vector<Step> kLargeTitle = {
    {74, 1.06f, 2}, {66, 1.04f, 3}, {64, 1.03f, 4}, {63, .97f, 4}, {56, 1.03f, 4}};

/// The apology, and what is offered as a question.
void add_apology(Sketch& sketch, const Rect& room, const std::vector<Step>& title_steps, const Lettering& ask,
                 const std::vector<Step>& ask_steps, const Offers& offers) {
  const Fitted title = sketch.fit_even(sketch.say("recovery.sorry"), {.role = Role::question}, room.w,
                                       title_steps, room.h * (sketch.large() ? 0.66f : 0.62f));
  const float top = std::max(room.y, 3 - title.ink_top);  // Thai and Hindi reach above their lines
  sketch.text({room.x, top, title.width, title.height}, title.text, title.lettering);
  if (!offers.help && !offers.contact) return;
  const float gap = sketch.small() && sketch.portrait() ? 10.f : sketch.portrait() ? 21.f : 17.f;
  const float y = top + title.height + gap;
  const std::string question = sketch.say(offers.help ? "recovery.ask" : "recovery.ask_contact");
  const float left = room.bottom() - y;
  const Fitted asked = sketch.portrait() ? sketch.fit_even(question, ask, room.w, ask_steps, left)
                                         : sketch.fit(question, ask, room.w, ask_steps, left);
  const float w = sketch.portrait() ? asked.width : room.w;
  sketch.text({room.x + 2, y, w, asked.height}, asked.text, asked.lettering);
}

void add_yes(Sketch& sketch, const Rect& rect) {
  const int mark = sketch.mark();
  const std::string yes = sketch.say("recovery.yes");
  const std::string who = who_comes(sketch);
  const bool says_who = !who.empty() && !(sketch.large() && sketch.small());  // it is still said aloud
  const Lettering lettering{
      .role = Role::button, .colour = Colour::onspruce, .align = Align::centre, .stand = Stand::middle};
  Lettering first = lettering;
  first.weight = 700;
  const float w = rect.w - 48;
  const Fitted word =
      sketch.fit(yes, first, w, {{48, 1.22f, 1}, {44, 1.15f, 1}, {40, 1.1f, 1}, {34, 1.1f, 1}},
                 (rect.h - 6) * (!says_who        ? 1
                                 : sketch.small() ? 0.36f
                                                  : 0.45f));
  sketch.box(rect, Shape::primary_tile);
  if (!says_who) {
    sketch.text({rect.x + 24, rect.y, w, rect.h - 6}, word.text, word.lettering);
  } else {
    const Fitted detail =
        sketch.fit(who, lettering, w, {{40, 1.22f, 1}, {40, 1.1f, 2}, {40, 1, 2}}, rect.h - 6 - word.height);
    const float spare = rect.h - 6 - word.height - detail.height, gap = std::clamp(spare, 0.f, 24.f) / 3;
    const float top = rect.y + std::max((spare - gap) / 2, 2 - word.ink_top);
    sketch.text({rect.x + 24, top, w, word.height}, word.text, word.lettering);
    sketch.text({rect.x + 24, top + word.height + gap, w, detail.height}, detail.text, detail.lettering);
  }
  sketch.target(rect, visit::Action{visit::HelpTapped{}}, who.empty() ? yes : yes + ": " + who, mark);
}

void add_choices(Sketch& sketch, const Column& column, const Offers& offers) {
  float y = column.y;
  if (offers.help) {
    add_yes(sketch, {column.x, y, column.w, column.yes_h});
    y += column.yes_h + column.gap;
  }
  const auto add = [&](const std::string& key, Shape shape, const Icon& icon, const visit::Action& action) {
    const std::string word = sketch.say(key);
    Button button{.rect = {column.x, y, column.w, column.choice_h}, .shape = shape, .word = word};
    button.before = icon;
    add_button(sketch, button, action, word);
    y += column.choice_h + column.gap;
  };
  const Icon mail = sketch.large() ? Icon{} : Icon{"icons/mail", 52};
  if (offers.contact && !offers.help)
    add("recovery.contact_only", Shape::primary_tile, mail, visit::ContactTapped{});
  add("recovery.no", Shape::plain_tile, {}, visit::NoThanksTapped{});
  if (offers.contact && offers.help) add("recovery.contact", Shape::plain_tile, mail, visit::ContactTapped{});
  if (!offers.contact) return;
  const float x = column.x + (sketch.portrait() ? 16.f : 8.f);
  const float w = column.x + column.w - x;
  const float foot = sketch.height() - 4, choices_end = y - column.gap;
  const float room = column.legal_y < column.y ? column.y - column.legal_y : foot - choices_end - 4;
  const Fitted legal =
      sketch.fit(sketch.say("recovery.contact_legal"), {.role = Role::legal}, w,
                 {{25, 1.32f, 1}, {25, 1.32f, 2}, {25, 1.15f, 2}, {25, 1.1f, 4}}, std::min(room, 110.f));
  const float legal_y = std::min(column.legal_y, foot - legal.height);
  sketch.text({x, legal_y, w, legal.height}, legal.text, legal.lettering);
}

void add_cups(Sketch& sketch, float x1, float y1, float x2, float y2, float s) {
  // The drawings stand with their saucer at (150, 265) of 310 by 300; the second is turned, handle to handle.
  sketch.picture({x1 - 150 * s, y1 - 265 * s, 310 * s, 300 * s}, "parts/cup-green");
  sketch.turned_picture({x2 - 160 * s, y2 - 265 * s, 310 * s, 300 * s}, "parts/cup-blue");
}

void landscape(Sketch& sketch, const Offers& offers) {
  sketch.background(Land::table, sketch.height() - 132);
  const float middle = sketch.width() / 2;
  const bool large = sketch.large();  // words take the cups' room
  if (!large) add_cups(sketch, middle - 404, 716, middle - 154, 736, 1.02f);
  sketch.content_begins();
  add_back(sketch, 40, 20, visit::Action{visit::BackTapped{}});
  const std::vector<Step> title_steps =
      large ? kLargeTitle : std::vector<Step>{{74, 1.06f, 2}, {66, 1.06f, 2}, {58, 1.06f, 3}, {50, 1.06f, 3}};
  add_apology(sketch, {large ? 48.f : 64.f, 158, middle - (large ? 30 : 60), large ? 520.f : 280.f},
              title_steps, {.role = Role::body},
              {{42, 1.24f, 2}, {40, 1.2f, 2}, {36, 1.15f, 3}, {32, 1.1f, 4}}, offers);
  Column column{.x = middle + 36, .w = sketch.width() - 48 - middle - 36};
  if (large) column.y = 24, column.yes_h = 290, column.choice_h = 174, column.legal_y = 712;
  add_choices(sketch, column, offers);
}

void portrait(Sketch& sketch, const Offers& offers) {
  const float width = sketch.width();
  const bool large = sketch.large();  // words take the cups' room
  sketch.background(Land::table, large ? 532 : 662);
  if (!large) add_cups(sketch, width - 354, 718, width - 144, 732, 0.86f);
  sketch.content_begins();
  add_back(sketch, 28, 22, visit::Action{visit::BackTapped{}});
  add_apology(sketch, {40, 172, width - 68, 336},
              {{88, 1.04f, 2}, {76, 1.04f, 2}, {66, 1.04f, 3}, {56, 1.04f, 3}}, {.role = Role::lead},
              {{46, 1.22f, 2}, {42, 1.2f, 3}, {38, 1.15f, 4}}, offers);
  Column column{.x = 28, .y = 766, .w = width - 56, .yes_h = 160, .choice_h = 118, .legal_y = 1221};
  if (large) column.y = 560, column.yes_h = 250, column.choice_h = 174, column.legal_y = 1208;
  add_choices(sketch, column, offers);
}

/// The apology above, all choices and Back in the lower half.
void reach(Sketch& sketch, const Offers& offers) {
  const float width = sketch.width(), height = sketch.height(), half = height / 2;
  const bool tall = sketch.portrait();
  sketch.background(Land::table, half - 20);
  sketch.content_begins();
  add_apology(sketch, {tall ? 40.f : 64.f, tall ? 96.f : 30.f, width - 108, half - (tall ? 150 : 110)},
              {{88, 1.04f, 2}, {76, 1.04f, 2}, {66, 1.04f, 3}, {56, 1.04f, 3}}, {.role = Role::body},
              {{46, 1.22f, 2}, {42, 1.2f, 3}, {38, 1.15f, 4}}, offers);
  const float margin = tall ? 28 : 48, x = margin + kTarget + 20, gap = kGap;
  const float yes = tall ? 136.f : kTarget;
  if (tall) {
    add_back(sketch, margin, height - 14 - kTarget, visit::Action{visit::BackTapped{}});
    add_choices(sketch,
                {.x = margin,
                 .y = half + 8,
                 .w = width - 2 * margin,
                 .yes_h = yes,
                 .choice_h = kTarget,
                 .gap = gap,
                 .legal_y = half + 8 + yes + 2 * kTarget + 3 * gap},
                offers);
  } else {
    add_back(sketch, margin, height - 10 - kTarget, visit::Action{visit::BackTapped{}});
    add_choices(sketch,
                {.x = x,
                 .y = half + 2,
                 .w = width - margin - x,
                 .yes_h = yes,
                 .choice_h = kTarget,
                 .gap = kGap,
                 .legal_y = half - 70},
                offers);
  }
}

void small(Sketch& sketch, const Offers& offers) {
  const float middle = sketch.width() / 2;
  sketch.background(Land::table, sketch.height() - 70);
  sketch.content_begins();
  add_back(sketch, 20, 8, visit::Action{visit::BackTapped{}});
  add_apology(sketch, {28, 144, middle - 40, sketch.height() - 152},
              {{56, 1.06f, 3}, {48, 1.06f, 4}, {40, 1.06f, 5}}, {.role = Role::body},
              {{40, 1.2f, 4}, {34, 1.15f, 4}, {30, 1.15f, 5}}, offers);
  add_choices(
      sketch,
      {.x = middle + 8, .y = 4, .w = middle - 36, .yes_h = 164, .choice_h = 118, .gap = kGap, .legal_y = 446},
      offers);
}

void small_upright(Sketch& sketch, const Offers& offers) {
  const float margin = 20, w = sketch.width() - 2 * margin, yes = 150, legal = 84;
  const float choices = sketch.height() - 10 - legal - yes - 2 * (kTarget + kGap) - 8;
  sketch.background(Land::table, choices + yes / 2);
  sketch.content_begins();
  add_back(sketch, margin, 10, visit::Action{visit::BackTapped{}});
  add_apology(sketch, {margin + 6, 148, w - 6, choices - 158},
              {{58, 1.04f, 2}, {50, 1.04f, 2}, {46, 1.04f, 3}, {42, 1.04f, 3}}, {.role = Role::body},
              {{40, 1.1f, 2}, {40, 1, 3}}, offers);
  add_choices(sketch,
              {.x = margin,
               .y = choices,
               .w = w,
               .yes_h = yes,
               .choice_h = kTarget,
               .gap = kGap,
               .legal_y = sketch.height() - 6 - legal},
              offers);
}

/// The choices of a small panel in larger text, in rows from the foot: the words above take all the width.
struct Rows {
  Rect back, yes, no, contact;
  bool contact_says_it = true;  ///< false: by its icon
};

/// What a word needs on two lines.
float needed_by(const Sketch& sketch, const std::string& key) {
  constexpr float kMost = 520;
  float w = 120;
  while (w < kMost && !sketch.fit_exactly(sketch.say(key), {.role = Role::button}, w, {{61, 1.06f, 2}}).fits)
    w += 8;
  return w + 4;
}

/// Two choices side by side: each has what its word needs.
float share_of(const Sketch& sketch, const std::string& one, const std::string& other) {
  const float first = needed_by(sketch, one), second = needed_by(sketch, other);
  return first / (first + second);
}

Rows rows_of(const Sketch& sketch, const Offers& offers) {
  const float margin = sketch.width() > 1100 ? 48.f : 20.f, foot = 10;
  const float w = sketch.width() - 2 * margin, x = margin + kTarget + kGap;
  const float tile = sketch.portrait() ? 150.f : sketch.height() > 600 ? 142.f : 182.f;
  const float last = sketch.height() - foot - tile;
  const bool long_word = sketch.portrait() && needed_by(sketch, "recovery.contact") > w - 24;
  const float contact_h = !sketch.portrait() ? tile : long_word ? 204.f : 176.f;
  const float above = last - kGap - contact_h;
  const Rect back{margin, last + (tile - kTarget) / 2, kTarget, kTarget};
  const float beside = sketch.width() - margin - x;
  if (sketch.portrait()) {
    const float top = offers.help && offers.contact ? above - kGap - kTarget : above;
    const Rect first{margin, top, w, offers.help && offers.contact ? kTarget : tile};
    return {back, first, {x, last, beside, tile}, offers.help ? Rect{margin, above, w, contact_h} : first};
  }
  const bool one_row = sketch.height() < 600 && offers.help && offers.contact;
  const float across = one_row ? beside - kTarget - kGap : offers.contact && offers.help ? w : beside;
  const std::string first = offers.help ? "recovery.yes" : "recovery.contact_only";
  const float yes = (across - kGap) * share_of(sketch, first, "recovery.no");
  const float y = !one_row && offers.contact && offers.help ? above : last;
  const float from = y == last ? x : margin;
  const Rect one{from, y, yes, tile}, other{from + yes + kGap, y, across - kGap - yes, tile};
  if (one_row) return {back, one, other, {sketch.width() - margin - kTarget, last, kTarget, tile}, false};
  return {back, one, other, offers.help ? Rect{x, last, beside, tile} : one};
}

void small_large(Sketch& sketch, const Offers& offers) {
  const Rows rows = rows_of(sketch, offers);
  const float top = std::min({rows.yes.y, rows.no.y, rows.contact.y > 0 ? rows.contact.y : rows.no.y});
  sketch.background(Land::table, top - 40);
  sketch.content_begins();
  const float x = sketch.portrait() ? 12.f : rows.back.x + 4, w = sketch.width() - 2 * x;
  const float y = top > 418 ? 40.f : 8.f;
  add_apology(sketch, {x, y, w, top - 6 - y},
              {{66, 1.04f, 2}, {64, 1, 3}, {64, .98f, 4}, {63, .94f, 4}, {56, 1, 4}}, {.role = Role::body},
              {{61, 1, 3}, {60, .98f, 4}, {59.5f, .86f, 4}, {52, 1, 4}}, offers);
  add_back(sketch, rows.back.x, rows.back.y, visit::Action{visit::BackTapped{}});
  const auto add = [&](const std::string& key, const Rect& rect, Shape shape, const visit::Action& action) {
    const std::string word = sketch.say(key);
    add_button(sketch, {.rect = rect, .shape = shape, .word = word}, action, word);
  };
  if (offers.help) add_yes(sketch, rows.yes);
  add("recovery.no", rows.no, Shape::plain_tile, visit::NoThanksTapped{});
  if (!offers.contact) return;
  const std::string key = offers.help ? "recovery.contact" : "recovery.contact_only";
  if (rows.contact_says_it)
    return add(key, rows.contact, offers.help ? Shape::plain_tile : Shape::primary_tile,
               visit::ContactTapped{});
  const int mark = sketch.mark();
  const Rect& tile = rows.contact;
  sketch.box(tile, Shape::plain_tile);
  sketch.picture({tile.x + (tile.w - 64) / 2, tile.y + (tile.h - 64) / 2, 64, 64}, "icons/mail");
  sketch.target(tile, visit::Action{visit::ContactTapped{}}, sketch.say(key), mark);
}

}  // namespace

Scene recovery(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const Offers offers = offers_of(view);
  if (sketch.reach())
    reach(sketch, offers);
  else if (sketch.small() && sketch.large())
    small_large(sketch, offers);
  else if (sketch.small() && sketch.portrait())
    small_upright(sketch, offers);
  else if (sketch.portrait())
    portrait(sketch, offers);
  else if (sketch.small())
    small(sketch, offers);
  else
    landscape(sketch, offers);
  return scene;
}

}  // namespace farewell::kiosk
