#include "app/kiosk/render/render.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <utility>
#include <vector>

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

struct Studio::Kept {
  std::filesystem::path assets;
  std::vector<survey::Language> languages;
  std::map<std::pair<Mood, Season>, Theme> themes;
  Type type;
  std::optional<Canvas> canvas;  ///< for pictures of the last one's size
  std::optional<Painter> painter;
  int width = 0, height = 0;

  Result<const Theme*> theme(Mood mood, Season season) {
    const std::pair key{mood, season};
    if (const auto found = themes.find(key); found != themes.end()) return &found->second;
    auto loaded = load_theme(assets, mood, {}, season);
    if (!loaded) return loaded.error();
    return &themes.emplace(key, *std::move(loaded)).first->second;
  }

  Status stretch(int to_width, int to_height) {
    if (canvas && to_width == width && to_height == height) return {};
    painter.reset();
    canvas.reset();
    auto made = Canvas::make(to_width, to_height);
    if (!made) return made.error();
    canvas.emplace(*std::move(made));
    painter.emplace(canvas->renderer(), assets, type, Motion::none);
    width = to_width, height = to_height;
    return {};
  }
};

Studio::Studio(std::unique_ptr<Kept> kept) : kept_(std::move(kept)) {}
Studio::Studio(Studio&&) noexcept = default;
Studio::~Studio() = default;

Result<Studio> Studio::open(std::filesystem::path assets) {
  auto languages = survey::load_languages(assets / "languages");
  if (!languages) return languages.error();
  auto kept = std::make_unique<Kept>();
  kept->assets = std::move(assets);
  kept->languages = *std::move(languages);
  return Studio(std::move(kept));
}

Result<Pixels> Studio::draw(const RenderRequest& request) {
  auto shown = example(request.screen, request.language);
  if (!shown) return unknown_screen(request.screen);
  shown->state.eases.large_text |= request.large;
  shown->state.eases.reach |= request.reach;
  const auto theme = kept_->theme(shown->always.value_or(request.mood), request.season);
  if (!theme) return theme.error();
  const auto& languages = kept_->languages;
  if (std::ranges::find(languages, request.language, &survey::Language::tag) == languages.end())
    return Error{ErrorCode::not_found, "there is no language '" + request.language + "'", "--language"};

  const survey::Words words(shown->survey, languages, request.language);
  const Metrics metrics = metrics_for(request.width, request.height, request.panel_mm);
  const View view = view_of(*shown, words, languages, **theme, metrics, kept_->type);
  Scene scene = scene_for(view);
  if (view.reader == ReaderState::reading)
    add_spoken_band(view, scene, {.text = words.say("welcome.question"), .language = request.language});
  if (const auto first = focus_at_first(scene); first && request.focus)
    scene.ring = ring_around(scene, *first);

  if (const Status ready = kept_->stretch(request.width, request.height); !ready) return ready.error();
  kept_->painter->draw({scene, **theme, metrics, request.screen, request.language, -1, shown->now_ms});
  return kept_->canvas->pixels();
}

Result<Pixels> render(const std::filesystem::path& assets, const RenderRequest& request) {
  auto studio = Studio::open(assets);
  if (!studio) return studio.error();
  return studio->draw(request);
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
