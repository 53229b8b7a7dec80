#include "app/kiosk/platform/stage.h"

#include <algorithm>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "core/visit/visit.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kFrameMs = 16, kLightMs = 60'000;

}  // namespace

Stage::Stage(Window& window, Front& front, VisitRunner& runner, Health& health, std::filesystem::path assets,
             std::function<bool()> hear)
    : window_(window),
      front_(front),
      runner_(runner),
      health_(health),
      hear_(std::move(hear)),
      painter_(window.renderer(), std::move(assets), front.type_setter(), front.motion()) {
  front_.resize(window_.size().width, window_.size().height);
  stop_typing();
}

void Stage::run() {
  while (!ended_) {
    if (due_ || moving_) draw();
    for (const Input& input : wait_for_input(timeout_ms(), window_.size())) {
      std::visit([this](const auto& kind) { take(kind); }, input);
    }
    pass_time();
    follow_typing();
    service_.still_here(runner_.now_ms());
  }
  service_.ending();
}

std::int64_t Stage::timeout_ms() const {
  if (due_) return 0;
  std::optional<std::int64_t> due_ms = runner_.due_ms();
  const auto also = [&due_ms](std::optional<std::int64_t> other) {
    if (other) due_ms = std::min(due_ms.value_or(*other), *other);
  };
  also(front_.due_ms());
  also(press_.due_ms());
  also(service_.due_ms());
  also(light_due_ms_);
  const std::int64_t now_ms = runner_.now_ms();
  if (moving_) also(drawn_at_ms_ + kFrameMs);
  return due_ms ? std::max<std::int64_t>(*due_ms - now_ms, 0) : -1;
}

void Stage::pass_time() {
  follow_light();
  const std::int64_t now_ms = runner_.now_ms();
  if (const Meant held = press_.pass_time(now_ms); held.intent) {
    front_.mean(*held.intent);
    draw_again();
  }
  if (const auto step_ms = front_.due_ms(); step_ms && *step_ms <= now_ms) {
    front_.pass_time();
    draw_again();
  }
  if (const auto due_ms = runner_.due_ms(); due_ms && *due_ms <= now_ms) {
    const visit::Screen before = runner_.state().screen;
    runner_.pass_time();
    if (runner_.state().screen != before) press_.scene_changed(front_.scene(), now_ms);
    front_.refresh();
    draw_again();
  }
}

/// Looked at once a minute; a visit under way keeps the light that it began in.
void Stage::follow_light() {
  if (runner_.now_ms() < light_due_ms_) return;
  light_due_ms_ = runner_.now_ms() + kLightMs;
  if (front_.follow_light()) draw_again();
}

void Stage::take(const Touch& felt) {
  Touch touch = felt;
  touch.at_ms = runner_.now_ms();
  if (touch.kind == Touch::Kind::down) {
    health_.note_touch();
    if (front_.scene().ring) draw_again();
    const bool switched = front_.touch_began();
    if (switched) return draw_again();
    const auto met = target_at(front_.scene(), touch.x, touch.y);
    if (front_.cut_off(met ? &front_.scene().targets[*met] : nullptr)) draw_again();
  }
  const auto pressed_before = press_.pressed(front_.scene());
  const Meant meant = press_.feel(touch, front_.scene());
  if (meant.intent) front_.mean(*meant.intent);
  if (meant.nothing) front_.touch_nothing();
  const bool pressed = press_.pressed(front_.scene()) != pressed_before;
  if (meant.intent || meant.nothing || pressed) draw_again();
  // Shown before what the finger means, which may have come with it and takes longer to draw.
  if (touch.kind == Touch::Kind::down && pressed) draw();
}

void Stage::take(const TypedText& text) {
  front_.cut_off();
  front_.type(text.utf8);
  draw_again();
}

void Stage::take(const DeletePressed&) {
  front_.cut_off();
  front_.press_key("delete");
  draw_again();
}

void Stage::take(const KeyDown& pressed) {
  front_.cut_off();
  front_.press(pressed.key);
  draw_again();
}

void Stage::take(const SpeechPressed&) {
  front_.press_speech();
  draw_again();
}

void Stage::take(const PausePressed&) {
  front_.press_pause();
  draw_again();
}

void Stage::take(const VolumePressed& pressed) {
  front_.cut_off();
  const auto louder = pressed.louder ? visit::Louder::louder : visit::Louder::quieter;
  front_.mean(Intent(visit::Action(visit::VolumeTapped{louder})));
  draw_again();
}

void Stage::take(const WindowChanged&) {
  const Size size = window_.size();
  if (size.width != front_.metrics().width || size.height != front_.metrics().height) {
    painter_.forget();
    front_.resize(size.width, size.height);
  }
  draw_again();
}

void Stage::take(const TexturesLost&) {
  painter_.forget();
  draw_again();
}

void Stage::take(const Woken&) {
  if (!hear_()) ended_ = true;
  const Scene before = front_.scene();
  front_.refresh();
  if (!front_.scene().looks_like(before)) draw_again();
}

void Stage::take(const Ended&) {
  ended_ = true;
}

void Stage::follow_typing() {
  if (typing_ == front_.takes_text()) return;
  typing_ = !typing_;
  typing_ ? start_typing() : stop_typing();
}

bool Stage::at_rest() const {
  return !due_ && !moving_ && !runner_.state().visit && front_.over().empty();
}

void Stage::draw() {
  if (moving_) front_.refresh();  // what grows stands in the scene
  drawn_at_ms_ = runner_.now_ms();
  const Scene& scene = front_.scene();
  const auto pressed = press_.pressed(scene);
  const std::string screen = visit::to_text(runner_.state().screen);
  window_.begin();
  moving_ = painter_.draw({.scene = scene,
                           .theme = front_.theme(),
                           .metrics = front_.metrics(),
                           .screen = screen,
                           .language = front_.language(),
                           .pressed = pressed ? static_cast<int>(*pressed) : -1,
                           .now_ms = runner_.now_ms()});
  window_.present();
  due_ = false;
  if (at_rest()) painter_.rest();
  trace_.frame();
  trace_.screen(screen, front_.over(), scene);
  if (!std::exchange(first_frame_, false)) return;
  trace_.ready();
  log("ready");
  service_.ready();
}

}  // namespace farewell::kiosk
