#include "app/kiosk/screens/blink.h"

#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kShutFromMs = kBlinkEveryMs - kBlinkMs;

}  // namespace

bool may_blink(const View& view) {
  const visit::State& state = view.state;
  return view.motion == Motion::full && state.screen == visit::Screen::welcome && !state.visit &&
         !state.idle_warning && view.sheet.empty() && !view.closed_until;
}

int blinking_face(std::int64_t now_ms, int scale) {
  if (now_ms % kBlinkEveryMs < kShutFromMs) return 0;
  // The last one's eyes are arcs already.
  auto random = static_cast<std::uint64_t>(now_ms / kBlinkEveryMs);
  return 1 + static_cast<int>(visit::draw_below(random, static_cast<std::uint64_t>(scale - 1)));
}

std::int64_t next_blink_ms(std::int64_t now_ms) {
  const std::int64_t since_ms = now_ms % kBlinkEveryMs;
  return now_ms - since_ms + (since_ms < kShutFromMs ? kShutFromMs : kBlinkEveryMs);
}

}  // namespace farewell::kiosk
