// Every example in every language that ships, at the four sizes: what must be so of any screen.

#include "app/kiosk/render/examples.h"

#include <catch2/catch.hpp>

#include "app/kiosk/ui/text_request.h"
#include "core/base/assets.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Shown {
  Scene scene;
  Metrics metrics;
  Theme theme;
};

Type& type() {
  static Type made;
  return made;
}

const std::vector<survey::Language>& languages() {
  static const auto loaded = survey::load_languages(assets_folder() / "languages");
  REQUIRE(loaded);
  return *loaded;
}

Shown show(const std::string& name, const std::string& language, int width, int height) {
  static const auto theme = load_theme(assets_folder(), Mood::day);
  REQUIRE(theme);
  const auto made = example(name, language);
  REQUIRE(made);
  const survey::Words words(made->survey, languages(), language);
  const Metrics metrics = metrics_for(width, height);
  const View view{made->state,       made->survey, words,        languages(), made->abilities, *theme,
                  metrics,           type(),       made->now_ms, made->sheet, made->keyboard,  made->garden,
                  made->guest_number};
  return {scene_for(view), metrics, *theme};
}

/// `check` for every example, language and size, named in failures.
template <class Check>
void for_all(Check check) {
  for (const auto& [width, height] : {std::pair{1280, 800}, {800, 1280}, {1024, 600}, {1920, 1080}})
    for (const survey::Language& language : languages())
      for (const std::string& name : example_names()) {
        INFO(name << " in " << language.tag << " at " << width << "x" << height);
        check(show(name, language.tag, width, height), language.tag);
      }
}

}  // namespace

TEST_CASE("all that can be touched is within the window") {
  for_all([](const Shown& shown, const std::string&) {
    for (const Target& target : shown.scene.targets) {
      INFO(target.label);
      CHECK(target.rect.x >= -1);
      CHECK(target.rect.y >= -1);
      CHECK(target.rect.right() <= static_cast<float>(shown.metrics.width) + 1);
      CHECK(target.rect.bottom() <= static_cast<float>(shown.metrics.height) + 1);
    }
  });
}

TEST_CASE("no text is cut, and every letter has a glyph") {
  for_all([](const Shown& shown, const std::string& language) {
    for (const Element& element : shown.scene.elements) {
      const auto* text = std::get_if<Text>(&element);
      if (text == nullptr) continue;
      INFO(text->text);
      const TextSize size =
          type().measure(request_for(*text, shown.theme, shown.metrics, shown.scene.right_to_left, language));
      CHECK_FALSE(size.overflows);
      CHECK_FALSE(size.missing_glyph);
    }
  });
}
