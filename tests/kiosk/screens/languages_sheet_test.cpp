#include <set>
#include <string>
#include <utility>

#include "stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

Scene sheet(Stage& stage, const std::string& name = "languages") {
  stage.sheet = name;
  return stage.scene(visit::Screen::change);
}

std::set<std::string> chosen_by(const Scene& scene) {
  std::set<std::string> tags;
  for (const Target& target : scene.targets) {
    if (const auto* chosen = action_of<visit::LanguageChosen>(target)) tags.insert(chosen->tag);
  }
  return tags;
}

std::set<std::string> others_than(const Stage& stage) {
  std::set<std::string> tags(stage.survey.languages.begin(), stage.survey.languages.end());
  tags.erase(stage.language);
  return tags;
}

}  // namespace

TEST_CASE("twenty-one languages stand on one sheet, upright or not") {
  for (const auto& [width, height] : {std::pair{1280, 800}, {800, 1280}, {1920, 1080}, {1080, 1920}}) {
    INFO(width << " by " << height);
    Stage stage;
    REQUIRE(stage.survey.languages.size() == 21);
    stage.metrics = metrics_for(width, height);
    const Scene scene = sheet(stage);
    CHECK(chosen_by(scene) == others_than(stage));
    CHECK_FALSE(has_target(scene, "More languages"));
  }
}

TEST_CASE("what a small panel cannot hold comes on a further page, and the last page turns to the first") {
  const auto [width, height, large] =
      GENERATE(table<int, int, bool>({{1024, 600, false}, {600, 1024, true}}));
  Stage stage;
  stage.metrics = metrics_for(width, height, 178);
  stage.state.eases.large_text = large;
  std::set<std::string> seen;
  std::string page = "languages";
  int pages = 0;
  do {
    const Scene scene = sheet(stage, page);
    seen.merge(chosen_by(scene));
    const auto* opened = std::get_if<SheetOpened>(&target_called(scene, "More languages").intent);
    REQUIRE(opened);
    page = opened->name;
    ++pages;
  } while (page != "languages" && pages < 10);
  CHECK(pages == (large ? 4 : 2));
  CHECK(seen == others_than(stage));
}

TEST_CASE("the language in use stands at the head of the sheet and closes it") {
  Stage stage;
  stage.language = "pl";
  const Scene scene = sheet(stage);
  CHECK(std::holds_alternative<SheetClosed>(target_called(scene, "Polski, teraz w\u00a0użyciu").intent));
}

TEST_CASE("where columns are too narrow for the names, the language in use stands first of all") {
  Stage stage;
  stage.language = "pl";
  stage.metrics = metrics_for(600, 1024, 178);
  const Scene scene = sheet(stage);
  const Rect in_use = target_called(scene, "Polski, teraz w\u00a0użyciu").rect;
  CHECK(in_use.y > target_called(scene, "Wstecz").rect.bottom());
  CHECK(in_use.x < target_called(scene, "English").rect.x);
}
