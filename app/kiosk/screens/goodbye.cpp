// Thanks again, "come back soon", and the guest's flower, today's fact or the guest's number beside it. The
// other Goodbyes have files of their own (goodbye.h).

#include "app/kiosk/screens/goodbye.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye_plan.h"
#include "app/kiosk/screens/goodbye_stack.h"
#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/trail.h"
#include "app/kiosk/ui/garden.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kStemMs = 900, kBloomMs = 600, kLabelMs = 300, kFlightMs = 1800;
constexpr std::int64_t kBloomedMs = kStemMs + kBloomMs, kSettledMs = kBloomedMs + kFlightMs;

float share_of(std::int64_t age_ms, std::int64_t length_ms) {
  return std::clamp(static_cast<float>(age_ms) / static_cast<float>(length_ms), 0.f, 1.f);
}

/// The stem comes up, quick at first; then the bloom opens a little too far, and settles.
float grown(std::int64_t age_ms) {
  constexpr float kTooFar = .06f;
  const float left = 1 - share_of(age_ms, kStemMs);
  const float bloom = share_of(age_ms - kStemMs, kBloomMs);
  return 1 - left * left * left + kTooFar * std::sin(bloom * std::numbers::pi_v<float>);
}

/// What stands in front: the guest's own flower, or the one that today's fact is about.
struct Foreground {
  std::string drawing;  ///< empty: nothing
  std::string label;    ///< spoken
  bool own = false;
  bool closed = false;               ///< for the night
  Rect box = {-90, -280, 180, 290};  ///< of the drawing, about its foot
};

bool is_winter(const Sketch& sketch) {
  return sketch.view().theme.season == Season::winter;
}

/// Every guest's in winter; beside today's fact, too, since nothing flowers then.
Foreground lantern(const Sketch& sketch, visit::Farewell which) {
  return {.drawing = "winter/lantern",
          .label = sketch.say("goodbye.spoken_lantern"),
          .own = which != visit::Farewell::fact,
          .box = {-180, -190, 360, 216}};
}

Foreground foreground_of(const Sketch& sketch, visit::Farewell which) {
  const View& view = sketch.view();
  if (which == visit::Farewell::plain || view.garden.empty()) return {};
  if (is_winter(sketch)) return lantern(sketch, which);
  if (which == visit::Farewell::fact && !drawing_of(view.fact).empty()) {
    return {drawing_of(view.fact), sketch.say("flower." + view.fact)};
  }
  const std::uint32_t guest = view.garden.back();
  const bool closed = view.theme.mood == Mood::dusk && closes(guest);
  return {closed ? closed_drawing(guest, Closed::own) : flower_drawing(guest),
          sketch.say("flower." + flower_kind(guest)), true, closed};
}

std::string flower_words(const Sketch& sketch, const Foreground& front) {
  if (is_winter(sketch)) return sketch.say("goodbye.lantern", {{"n", sketch.view().guest_number}});
  const survey::Arguments values = {{"flower", front.label}, {"n", sketch.view().guest_number}};
  if (!front.closed) return sketch.say("goodbye.flower", values);
  return sketch.say("goodbye.flower_night", values) + "\n" + sketch.say("goodbye.opens");
}

std::string body_of(const Sketch& sketch, visit::Farewell which, const Foreground& front) {
  const std::uint32_t number = sketch.view().guest_number;
  switch (which) {
    case visit::Farewell::garden:
      return front.own ? flower_words(sketch, front) : "";
    case visit::Farewell::fact:
      return sketch.say("fact.title") + "\n" + sketch.say("fact." + sketch.view().fact);
    case visit::Farewell::number:
      return sketch.say("guest.title", {{"n", number}});
    default:
      return {};
  }
}

void add_front_flower(Sketch& sketch, const GardenPlan& plan, const Foreground& front, std::int64_t age_ms) {
  const float shade = 64 * plan.guest_scale / 1.62f, s = plan.guest_scale;
  if (!is_winter(sketch))  // a lantern throws light
    sketch.picture({plan.guest_x - shade, plan.guest_y + 2 - shade / 6.4f, 2 * shade, shade / 3.2f},
                   "parts/flower-shade");
  sketch.picture(
      {plan.guest_x + front.box.x * s, plan.guest_y + front.box.y * s, front.box.w * s, front.box.h * s},
      front.drawing);
  sketch.grow(grown(age_ms));
}

/// Leans three degrees, as if put there by hand.
void add_plant_label(Sketch& sketch, Scene& scene, const GardenPlan& plan, std::uint32_t number,
                     std::int64_t age_ms) {
  const float s = plan.label_scale;
  const float x = plan.guest_x + plan.label_x, y = plan.guest_y + plan.label_y;
  const float shown = share_of(age_ms - kBloomedMs, kLabelMs);
  // The board's middle lies 90 above the stake's foot, the drawing's 48.
  constexpr float kLean = 3, kSine = .0523f;
  sketch.picture({x + 48 * kSine * s - 94 * s, y - 140 * s, 188 * s, 184 * s}, "parts/plant-label",
                 Colour::ink, kLean);
  sketch.grow(shown);
  const Lettering lettering{.role = Role::small_title,
                            .px = 58 * s,
                            .weight = 600,
                            .align = Align::centre,
                            .stand = Stand::middle,
                            .aloud = Aloud::no};
  sketch.text({x + 90 * kSine * s - 84 * s, y - 128 * s, 168 * s, 84 * s}, std::to_string(number), lettering);
  auto& text = std::get<Text>(scene.elements.back());
  text.turn = kLean;
  text.colour = ink_on_board(sketch.view().theme);
  text.alpha = shown;
}

/// It comes along its trail, and the trail with it.
void add_bee(Sketch& sketch, const GardenPlan& plan, std::int64_t age_ms) {
  const float flown = share_of(age_ms - kBloomedMs, kFlightMs);
  const Point away = on_trail(sketch.portrait() ? Trail::down : Trail::across, flown);
  const float x = plan.guest_x, y = plan.guest_y, s = plan.bee_scale;
  const int mark = sketch.mark();
  if (!plan.trail_drawing.empty())
    sketch.picture({x + plan.trail.x, y + plan.trail.y, plan.trail.w, plan.trail.h}, plan.trail_drawing);
  sketch.fade(mark, flown);
  const Rect bee{x + plan.bee_x - 32 * s + static_cast<float>(away.x),
                 y + plan.bee_y - 36 * s + static_cast<float>(away.y), 64 * s, 60 * s};
  if (sketch.view().theme.mood == Mood::dusk)  // bees sleep
    sketch.picture({bee.x - 32 * s, bee.y - 10 * s, 112 * s, 92 * s}, "night/firefly");
  else
    sketch.picture(bee, "parts/bee", Colour::ink, plan.bee_turn);
}

void add_growing(Sketch& sketch, Scene& scene, const GardenPlan& plan, const Foreground& front) {
  const View& view = sketch.view();
  const bool moves = view.motion == Motion::full;
  const std::int64_t age = moves ? view.now_ms - view.state.screen_since_ms : kSettledMs;
  add_front_flower(sketch, plan, front, age);
  if (front.own && plan.label && age > kBloomedMs)
    add_plant_label(sketch, scene, plan, view.guest_number, age);
  const bool happy = survey::is_happy(view.state.visit->value, view.survey.scale);
  if (front.own && happy && !is_winter(sketch) && age > kBloomedMs) add_bee(sketch, plan, age);
  if (moves) scene.moving_until_ms = view.state.screen_since_ms + kSettledMs;
}

void add_meadow(Sketch& sketch, Scene& scene, const Foreground& front, float ground_y, float guest_x) {
  sketch.background(Land::garden, ground_y);
  scene.background.guest_x = sketch.view().metrics.px(guest_x);
  scene.background.flowers = sketch.view().garden;
  if (front.own) scene.background.flowers.pop_back();  // it is not among the others yet
}

void add_flower_target(Sketch& sketch, const Rect& flower, const Foreground& front) {
  sketch.target(within_reach(sketch, flower), visit::Action{visit::SurpriseTouched{}}, front.label,
                sketch.mark());
}

/// Thanks first; what there is no room for is left out.
std::vector<Way> ways_to_thank(const Sketch& sketch, const std::string& body) {
  const std::string thanks = sketch.say("goodbye.thanks"), back = sketch.say("goodbye.back");
  const Said both{Role::goodbye, thanks + "\n" + back};
  if (body.empty()) return {{both}, {{Role::goodbye, thanks}}};
  return {{both, {Role::body, body}},
          {{Role::goodbye, sentences(thanks, back)}, {Role::body, body}},
          {{Role::goodbye, thanks}, {Role::body, body}},
          {{Role::body, body}},
          {both}};
}

void add_stacked_garden(Sketch& sketch, Scene& scene, visit::Farewell which) {
  const Foreground front = foreground_of(sketch, which);
  const std::string done = sketch.say("goodbye.done");
  const Rect way_out = stacked_way_out(sketch, done);
  const Stack words =
      lay_out(sketch, stacked_words(sketch, way_out), ways_to_thank(sketch, body_of(sketch, which, front)));
  const Rect rest = stacked_rest(sketch, way_out, words.end);
  const GardenPlan plan = plan_in(sketch, rest);
  const bool flower = plan.flower && !front.drawing.empty();
  add_meadow(sketch, scene, front, std::max(words.end + 24, sketch.height() * .5f), plan.guest_x);
  scene.background.guest_stands = false;  // words have the whole width: no sun and no bloom behind them
  if (flower) add_growing(sketch, scene, plan, front);
  sketch.content_begins();
  add_stack(sketch, words);
  sketch.words_end(words.end + 28);  // the far hill is high upright, and a busy day's flowers stand upon it
  add_way_out(sketch, done, way_out);
  const float w = std::max(kTarget, 180 * plan.guest_scale);
  const float x = std::min(plan.guest_x - w / 2, sketch.width() - w);
  const Rect touched{x, rest.y, w, rest.h};
  if (flower && rest.h >= kTarget) add_flower_target(sketch, touched, front);
}

void add_garden(Sketch& sketch, Scene& scene, visit::Farewell which) {
  const GardenPlan flowering = which == visit::Farewell::fact ? plan_for_fact(sketch) : garden_plan(sketch);
  const GardenPlan plan = is_winter(sketch) ? in_winter(flowering, sketch) : flowering;
  const Foreground front = foreground_of(sketch, which);
  add_meadow(sketch, scene, front, plan.ground_y, plan.guest_x);
  if (!front.drawing.empty()) add_growing(sketch, scene, plan, front);
  sketch.content_begins();
  const std::string title = sketch.say("goodbye.thanks") + "\n" + sketch.say("goodbye.back");
  sketch.words_end(add_words(sketch, plan.words, title, plan.title_steps, body_of(sketch, which, front),
                             plan.body_steps, plan.gap, plan.body_width));
  add_way_out(sketch, sketch.say("goodbye.done"), plan.way_out_x, plan.way_out_y);
  if (front.drawing.empty()) return;
  const Rect flower{plan.guest_x - 110, plan.guest_y - 300 * plan.guest_scale, 220, 300 * plan.guest_scale};
  add_flower_target(sketch, flower, front);
}

void add_garden_goodbye(Sketch& sketch, Scene& scene, visit::Farewell which) {
  is_stacked(sketch) ? add_stacked_garden(sketch, scene, which) : add_garden(sketch, scene, which);
}

}  // namespace

Scene goodbye(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Farewell which = visit::farewell(view.state);
  const bool treat = view.state.visit->treat != visit::Treat::none;
  switch (which) {
    case visit::Farewell::garden:
    case visit::Farewell::fact:
    case visit::Farewell::plain:
      add_garden_goodbye(sketch, scene, which);
      break;
    case visit::Farewell::number:
      treat ? add_treat(sketch, scene) : add_garden_goodbye(sketch, scene, which);
      break;
    case visit::Farewell::treat:
      add_treat(sketch, scene);
      break;
    case visit::Farewell::changed:
      add_changed(sketch, scene);
      break;
    default:
      add_quiet(sketch, which);
  }
  return scene;
}

}  // namespace farewell::kiosk
