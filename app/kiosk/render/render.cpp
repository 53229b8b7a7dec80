#include "app/kiosk/render/render.h"

#include <algorithm>
#include <cstring>

#include "app/kiosk/screens/focus.h"
#include "app/kiosk/screens/spoken.h"
#include "app/kiosk/ui/canvas.h"
#include "app/kiosk/ui/painter.h"
#include "app/kiosk/ui/pixels.h"

namespace farewell::kiosk {
namespace {

Error unknown_screen(const std::string& name) {
  std::string names;
  for (const std::string& known : example_names()) names += (names.empty() ? "" : ", ") + known;
  return {ErrorCode::not_found, "there is no screen '" + name + "'; there are: " + names, "--render"};
}

}  // namespace

Result<Pixels> render(const std::filesystem::path& assets, const RenderRequest& request) {
  auto shown = example(request.screen, request.language);
  if (!shown) return unknown_screen(request.screen);
  shown->state.eases.large_text |= request.large;
  shown->state.eases.reach |= request.reach;
  const auto theme = load_theme(assets, request.mood);
  if (!theme) return theme.error();
  const auto languages = survey::load_languages(assets / "languages");
  if (!languages) return languages.error();
  if (std::ranges::find(*languages, request.language, &survey::Language::tag) == languages->end())
    return Error{ErrorCode::not_found, "there is no language '" + request.language + "'", "--language"};

  const survey::Words words(shown->survey, *languages, request.language);
  const Metrics metrics = metrics_for(request.width, request.height);
  Type type;
  View view{shown->state,        shown->survey, words,           *languages,
            shown->abilities,    *theme,        metrics,         type,
            shown->now_ms,       shown->sheet,  shown->keyboard, shown->garden,
            shown->guest_number, shown->fact};
  view.reader = shown->reader;
  view.can_speak = true;
  Scene scene = scene_for(view);
  if (view.reader == ReaderState::reading)
    add_spoken_band(view, scene, {.text = words.say("welcome.question"), .language = request.language});
  if (const auto first = focus_at_first(scene); first && request.focus)
    scene.ring = ring_around(scene, *first);

  const auto canvas = Canvas::make(request.width, request.height);
  if (!canvas) return canvas.error();
  Painter painter(canvas->renderer(), assets, type, Motion::none);
  painter.draw({scene, *theme, metrics, request.screen, request.language, -1, shown->now_ms});
  return canvas->pixels();
}

Status write_png(const Pixels& pixels, const std::filesystem::path& path) {
  const Surface surface = new_surface(pixels.width, pixels.height);
  cairo_surface_flush(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < pixels.height; ++y) {
    const std::size_t width = static_cast<std::size_t>(pixels.width);
    std::memcpy(cairo_image_surface_get_data(surface.get()) + static_cast<std::ptrdiff_t>(y) * stride,
                pixels.argb.data() + static_cast<std::size_t>(y) * width, width * sizeof(std::uint32_t));
  }
  cairo_surface_mark_dirty(surface.get());
  const cairo_status_t written = cairo_surface_write_to_png(surface.get(), path.c_str());
  if (written == CAIRO_STATUS_SUCCESS) return {};
  return Error{
      ErrorCode::unavailable,
      std::string("cannot be written (") + cairo_status_to_string(written) + "); is the folder there?",
      path.string()};
}

}  // namespace farewell::kiosk
