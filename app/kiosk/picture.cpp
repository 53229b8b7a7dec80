#include "app/kiosk/picture.h"

#include <algorithm>
#include <cstdio>

#include "app/kiosk/render/render.h"
#include "app/kiosk/runtime/log.h"

namespace farewell::kiosk {
namespace {

Mood mood_of(const std::string& theme) {
  const auto found = std::ranges::find(kMoods, theme, to_text);
  return found == kMoods.end() ? Mood::day : *found;
}

int list_examples() {
  for (const std::string& name : example_names()) std::puts(name.c_str());
  return 0;
}

bool asks_for(const RenderOptions& options, const char* ease) {
  return std::ranges::find(options.ease, ease) != options.ease.end();
}

Status draw_into_file(const RenderOptions& options, const std::filesystem::path& assets) {
  const auto pixels = render(assets, {.screen = options.screen,
                                      .language = options.language,
                                      .width = options.size.width,
                                      .height = options.size.height,
                                      .panel_mm = options.panel_mm,
                                      .mood = mood_of(options.theme),
                                      .season = options.winter ? Season::winter : Season::flowering,
                                      .large = asks_for(options, "large"),
                                      .reach = asks_for(options, "reach"),
                                      .focus = asks_for(options, "focus")});
  if (!pixels) return pixels.error();
  return write_png(*pixels, options.out);
}

}  // namespace

int make_picture(const RenderOptions& options, const std::filesystem::path& assets) {
  if (options.screen == "list") return list_examples();
  const Status drawn = draw_into_file(options, assets);
  if (drawn) return 0;
  log(drawn.error().text());
  return 1;
}

}  // namespace farewell::kiosk
