// Thanks again, "come back soon", and the guest's flower; or, after an unhappy answer, a quiet table.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"
#include "app/kiosk/ui/garden.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kStemMs = 900, kLabelAtMs = 1500, kBeeAtMs = 1800, kSettledMs = 2200;

struct Words {
  std::string title;
  std::string body;
  std::string detail = {};
  std::string way_out;
};

void add_way_out(Sketch& sketch, const std::string& word, float x, float y) {
  const float w = std::max(250.f, sketch.text_width(word, {.role = Role::button, .weight = 600}) + 104);
  Button button{.rect = {x, y, std::min(w, sketch.width() - 2 * x), kTarget}, .word = word};
  button.foot = 4;
  add_button(sketch, button, visit::Action{visit::AllDoneTapped{}}, word);
}

float add_words(Sketch& sketch, const Rect& room, const std::string& title,
                const std::vector<Step>& title_steps, const std::string& body,
                const std::vector<Step>& body_steps, float gap, float body_width) {
  const Fitted first = sketch.fit(title, {.role = Role::goodbye}, room.w, title_steps);
  sketch.text({room.x, room.y, room.w, first.height}, first.text, first.lettering);
  float y = room.y + first.height + gap;
  if (body.empty()) return y;
  const float w = body_width > 0 ? body_width : room.w - 2;
  const Fitted second = sketch.fit(body, {.role = Role::body}, w, body_steps);
  sketch.text({room.x + 2, y, w, second.height}, second.text, second.lettering);
  return y + second.height;
}

// --- the garden ------------------------------------------------------------------------------------------

struct GardenPlan {
  Rect words;
  std::vector<Step> title_steps, body_steps;
  float body_width = 0;  ///< 0: the words' own
  float gap = 24;
  float guest_x = 1016, guest_y = 724, guest_scale = 1.62f;
  float label_x = 128, label_y = 18, label_scale = 1;  ///< its stake, from the flower's foot
  Rect trail = {-346, -414, 224, 70};                  ///< of the bee, from the flower's foot
  std::string trail_drawing = "parts/bee-trail";
  float bee_x = -108, bee_y = -348, bee_scale = 1.15f, bee_turn = 12;
  float way_out_x = 48, way_out_y = 664;
  float ground_y = 444;
};

GardenPlan garden_plan(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  GardenPlan plan;
  plan.body_steps = {{42, 1.26f, 2}, {40, 1.2f, 3}, {36, 1.15f, 3}, {32, 1.1f, 4}};
  if (sketch.portrait()) {
    plan.words = {40, 84, width - 60, 330};
    plan.title_steps = {{96, 1.02f, 2}, {88, 1.02f, 2}, {76, 1.02f, 2}, {66, 1.02f, 4}};
    plan.body_steps = {{46, 1.25f, 2}, {42, 1.2f, 3}, {40, 1.15f, 3}, {36, 1.1f, 4}};
    plan.gap = 28;
    plan.body_width = 650;
    plan.ground_y = height - 558;
    plan.guest_x = width * .65f;
    plan.guest_y = height - 112;
    plan.guest_scale = 2.1f;
    plan.label_x = 150, plan.label_y = 36, plan.label_scale = 1.1f;
    plan.trail = {-410, -648, 254, 150};
    plan.trail_drawing = "parts/bee-trail-down";
    plan.bee_x = -142, plan.bee_y = -478, plan.bee_scale = 1.3f, plan.bee_turn = 24;
    plan.way_out_x = 28;
    plan.way_out_y = height - 152;
  } else if (sketch.small()) {
    plan.words = {28, 20, width * .62f, 160};
    plan.title_steps = {{66, 1.02f, 2}, {56, 1.02f, 2}, {48, 1.02f, 3}};
    plan.body_steps = {{40, 1.15f, 2}, {34, 1.1f, 3}, {30, 1.1f, 3}};
    plan.gap = 10;
    plan.ground_y = height - 250;
    plan.guest_x = width - 190;
    plan.guest_y = height - 50;
    plan.guest_scale = 1.15f;
    plan.label_x = 102, plan.label_scale = .8f;
    plan.trail_drawing.clear();  // no room beside the words
    plan.bee_x = -77, plan.bee_y = -247, plan.bee_scale = .82f;
    plan.way_out_x = 24;
    plan.way_out_y = height - 126;
  } else {
    plan.words = {64, 58 + (height - 800) * .3f, width * .6f, 300};
    plan.body_width = 590;
    plan.title_steps = {{96, 1.02f, 2}, {84, 1.02f, 2}, {72, 1.02f, 2}, {62, 1.02f, 3}};
    plan.ground_y = height - 356;
    plan.guest_x = width - 264;
    plan.guest_y = height - 76;
    plan.way_out_y = height - 136;
  }
  return plan;
}

float grown(std::int64_t age_ms, std::int64_t length_ms) {
  const float t = std::clamp(static_cast<float>(age_ms) / static_cast<float>(length_ms), 0.f, 1.f);
  return 1 - (1 - t) * (1 - t) * (1 - t);
}

void add_guest_flower(Sketch& sketch, const GardenPlan& plan, std::uint32_t guest, std::int64_t age_ms) {
  const float shade = 64 * plan.guest_scale / 1.62f;
  sketch.picture({plan.guest_x - shade, plan.guest_y + 2 - shade / 6.4f, 2 * shade, shade / 3.2f},
                 "parts/flower-shade");
  // The drawings are 180 by 290 with the foot at (90, 280).
  const float s = plan.guest_scale;
  sketch.picture({plan.guest_x - 90 * s, plan.guest_y - 280 * s, 180 * s, 290 * s}, flower_drawing(guest));
  sketch.grow(grown(age_ms, kStemMs));
}

/// Leans three degrees, as if put there by hand.
void add_plant_label(Sketch& sketch, Scene& scene, const GardenPlan& plan, std::uint32_t number) {
  const float s = plan.label_scale;
  const float x = plan.guest_x + plan.label_x, y = plan.guest_y + plan.label_y;
  // The board's middle lies 90 above the stake's foot, the drawing's 48.
  constexpr float kLean = 3, kSine = .0523f;
  sketch.picture({x + 48 * kSine * s - 94 * s, y - 140 * s, 188 * s, 184 * s}, "parts/plant-label",
                 Colour::ink, kLean);
  const Lettering lettering{
      .role = Role::small_title, .px = 58 * s, .weight = 600, .align = Align::centre, .stand = Stand::middle};
  sketch.text({x + 90 * kSine * s - 84 * s, y - 128 * s, 168 * s, 84 * s}, std::to_string(number), lettering);
  auto& text = std::get<Text>(scene.elements.back());
  text.turn = kLean;
  // The board is as light by night.
  if (sketch.view().theme.mood == Mood::night) text.colour = Colour::onspruce;
}

void add_bee(Sketch& sketch, const GardenPlan& plan) {
  const float x = plan.guest_x, y = plan.guest_y, s = plan.bee_scale;
  if (!plan.trail_drawing.empty())
    sketch.picture({x + plan.trail.x, y + plan.trail.y, plan.trail.w, plan.trail.h}, plan.trail_drawing);
  sketch.picture({x + plan.bee_x - 32 * s, y + plan.bee_y - 36 * s, 64 * s, 60 * s}, "parts/bee", Colour::ink,
                 plan.bee_turn);
}

void add_garden(Sketch& sketch, Scene& scene) {
  const View& view = sketch.view();
  const visit::Visit& visit = *view.state.visit;
  const GardenPlan plan = garden_plan(sketch);
  const bool shown = visit::farewell(view.state) == visit::Farewell::garden && !view.garden.empty();
  const std::int64_t age = view.now_ms - view.state.screen_since_ms;
  sketch.background(Land::garden, plan.ground_y);
  scene.background.flowers = view.garden;
  // The guest's own stands in front, so it is not among the others yet.
  if (shown) scene.background.flowers.pop_back();
  if (shown) {
    const std::uint32_t guest = view.garden.back();
    add_guest_flower(sketch, plan, guest, age);
    if (age >= kLabelAtMs) add_plant_label(sketch, scene, plan, view.guest_number);
    if (age >= kBeeAtMs && survey::is_happy(visit.value, view.survey.scale)) add_bee(sketch, plan);
    scene.moving_until_ms = view.state.screen_since_ms + kSettledMs;
  }
  sketch.content_begins();
  std::string body;
  if (shown) {
    const std::string kind = sketch.say("flower." + flower_kind(view.garden.back()));
    body = sketch.say("goodbye.flower", {{"flower", kind}, {"n", std::to_string(view.guest_number)}});
  }
  const std::string title = sketch.say("goodbye.thanks") + "\n" + sketch.say("goodbye.back");
  add_words(sketch, plan.words, title, plan.title_steps, body, plan.body_steps, plan.gap, plan.body_width);
  add_way_out(sketch, sketch.say("goodbye.done"), plan.way_out_x, plan.way_out_y);
  if (shown) {
    Rect flower{plan.guest_x - 110, plan.guest_y - 300 * plan.guest_scale, 220, 300 * plan.guest_scale};
    if (sketch.reach()) {
      const float foot = flower.bottom();
      flower.y = std::max(flower.y, sketch.height() / 2);
      flower.h = foot - flower.y;
    }
    sketch.target(flower, visit::Action{visit::SurpriseTouched{}},
                  sketch.say("flower." + flower_kind(view.garden.back())), sketch.mark());
  }
}

// --- the quiet table -------------------------------------------------------------------------------------

Words quiet_words(const Sketch& sketch, visit::Farewell which) {
  const std::string& helper = sketch.view().state.visit->helper;
  switch (which) {
    case visit::Farewell::quiet_person:
      return {helper.empty() ? sketch.say("quiet_person.title_someone")
                             : sketch.say("quiet_person.title", {{"name", helper}}),
              sketch.say("quiet_person.body"), sketch.say("quiet_person.detail"),
              sketch.say("quiet_person.leave")};
    case visit::Farewell::quiet_ringing:
      return {sketch.say("quiet_ringing.title"),
              sketch.say("quiet_ringing.body"),
              {},
              sketch.say("quiet_ringing.leave")};
    case visit::Farewell::quiet_desk:
      return {
          sketch.say("quiet_desk.title"), sketch.say("quiet_desk.body"), {}, sketch.say("quiet_desk.done")};
    case visit::Farewell::quiet_contact:
      return {sketch.say("quiet_contact.title"),
              sketch.say("quiet_contact.body"),
              {},
              sketch.say("quiet_contact.done")};
    default:
      return {sketch.say("quiet_noted.title"),
              sketch.say("quiet_noted.body"),
              {},
              sketch.say("quiet_noted.done")};
  }
}

bool with_a_cup(visit::Farewell which) {
  return which == visit::Farewell::quiet_person || which == visit::Farewell::quiet_ringing ||
         which == visit::Farewell::quiet_desk;
}

void add_still_life(Sketch& sketch, visit::Farewell which, float ground) {
  const float width = sketch.width();
  const bool tall = sketch.portrait(), small = sketch.small();
  if (with_a_cup(which)) {
    // The cup stands with its saucer at (150, 265) of 310 by 300.
    const float s = small ? .8f : 1.36f, x = tall ? width - 250 : width - (small ? 170 : 312),
                y = ground + (small ? 50 : 60);
    sketch.picture({x - 150 * s, y - 265 * s, 310 * s, 300 * s}, "parts/cup-green");
  } else {
    // The book lies with its spine's foot at (260, 220) of 540 by 300.
    const float s = small  ? .62f
                    : tall ? .9f
                           : 1,
                x = tall ? width - 290 : width - (small ? 200 : 360), y = ground + 36;
    sketch.picture({x - 260 * s, y - 220 * s, 540 * s, 300 * s}, "parts/book");
  }
}

/// The first letter of who comes, as a round seal, beside what they know.
void add_detail(Sketch& sketch, const std::string& helper, const std::string& detail, float x, float y,
                float room) {
  float after = x;
  if (!helper.empty()) {
    sketch.picture({x, y, 132, 132}, "parts/seal");
    const Lettering letter{
        .role = Role::small_title, .px = 66, .weight = 600, .align = Align::centre, .stand = Stand::middle};
    sketch.text({x, y, 132, 132}, std::string(grapheme_prefix(helper, 1)), letter);
    after += 132 + 26;
  }
  const Fitted text = sketch.fit(detail, {.role = Role::body, .stand = Stand::middle}, room - (after - x),
                                 {{40, 1.24f, 2}, {36, 1.2f, 3}, {32, 1.15f, 4}});
  sketch.text({after, y, room - (after - x), 132}, text.text, text.lettering);
}

void add_quiet(Sketch& sketch, visit::Farewell which) {
  const float width = sketch.width(), height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const float ground = small ? height - 150 : tall ? height - 380 : height - 160;
  sketch.background(Land::table, ground);
  add_still_life(sketch, which, ground);
  sketch.content_begins();
  const Words words = quiet_words(sketch, which);
  const Rect room = small  ? Rect{28, 24, width - 56, 200}
                    : tall ? Rect{48, 150, width - 96, 300}
                           : Rect{64, 112, width - 128, 300};
  const std::vector<Step> title_steps =
      small ? std::vector<Step>{{60, 1.04f, 1}, {52, 1.04f, 2}, {44, 1.04f, 2}}
            : std::vector<Step>{{92, 1.04f, tall ? 3 : 1}, {88, 1.04f, 2}, {76, 1.04f, 3}};
  const std::vector<Step> body_steps = small ? std::vector<Step>{{38, 1.2f, 3}, {34, 1.15f, 4}}
                                             : std::vector<Step>{{44, 1.28f, 3}, {40, 1.2f, 4}};
  Rect body_room = room;
  if (!tall && !small) body_room.w = 720;
  const bool beside_book = which == visit::Farewell::quiet_noted && !small;
  const Fitted title = beside_book
                           ? sketch.fit_even(words.title, {.role = Role::quiet}, std::min(room.w, 640.f),
                                             {{88, 1.04f, 2}, {76, 1.04f, 3}, {64, 1.04f, 3}})
                           : sketch.fit(words.title, {.role = Role::quiet}, room.w, title_steps);
  sketch.text({room.x, room.y, beside_book ? title.width : room.w, title.height}, title.text,
              title.lettering);
  const float body_y = room.y + title.height + (small ? 10.f : 30.f);
  const Fitted body = sketch.fit(words.body, {.role = Role::body}, body_room.w, body_steps);
  sketch.text({room.x + 2, body_y, body_room.w, body.height}, body.text, body.lettering);
  if (!words.detail.empty() && !small) {
    const float detail_w = tall ? room.w : 660;
    add_detail(sketch, sketch.view().state.visit->helper, words.detail, room.x, body_y + body.height + 48,
               detail_w);
  }
  add_way_out(sketch, words.way_out,
              tall    ? 40
              : small ? 24
                      : 48,
              tall ? height - 152 : height - (small ? 126 : 144));
}

}  // namespace

Scene goodbye(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Farewell which = visit::farewell(view.state);
  if (which == visit::Farewell::garden || which == visit::Farewell::plain)
    add_garden(sketch, scene);
  else
    add_quiet(sketch, which);
  return scene;
}

}  // namespace farewell::kiosk
