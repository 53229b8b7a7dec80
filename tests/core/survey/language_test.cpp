#include "core/survey/language.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

std::string fault_of(std::string_view text) {
  const auto language = parse_language(text, "nb.json");
  return language ? "" : language.error().text();
}

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("a language has a tag, its own name, a direction and texts") {
  const auto language = parse_language(
      R"({"tag":"ar","endonym":"العربية","direction":"rtl","texts":{"welcome.thanks":"شكرًا لزيارتكم."}})",
      "ar.json");
  REQUIRE(language);
  CHECK(language->tag == "ar");
  CHECK(language->endonym == "العربية");
  CHECK(language->right_to_left);
  CHECK(language->texts.at("welcome.thanks") == "شكرًا لزيارتكم.");
}

TEST_CASE("a language with a fault says where it is") {
  CHECK(fault_of(R"({"tag":"no bokmål","endonym":"Norsk","direction":"ltr","texts":{}})") ==
        "nb.json:1: tag must be a language tag like nb or zh-Hans");
  CHECK(fault_of("{\"tag\":\"nb\",\n\"endonym\":\"Norsk\",\n\"direction\":\"left\",\"texts\":{}}") ==
        "nb.json:3: direction must be ltr or rtl");
  CHECK(fault_of(R"({"tag":"nb","endonym":"Norsk","direction":"ltr"})") == "nb.json:1: texts is missing");
  CHECK(fault_of("{\"tag\":\"nb\",\"endonym\":\"Norsk\",\"direction\":\"ltr\",\"texts\":{\n\"face.1\":1}}") ==
        "nb.json:2: texts.face.1 is 1, must be text");
  CHECK(fault_of(R"({"tag":"nb","endonym":"Norsk","direction":"ltr","texts":{},"flag":"no"})") ==
        "nb.json:1: unknown key \"flag\"; did you mean \"tag\"?");
}

TEST_CASE("a folder's languages are ordered by tag, and other files there are left alone") {
  const testing::TempDir folder;
  write(folder / "sv.json", R"({"tag":"sv","endonym":"Svenska","direction":"ltr","texts":{}})");
  write(folder / "de.json", R"({"tag":"de","endonym":"Deutsch","direction":"ltr","texts":{}})");
  write(folder / "README.md", "Not a language.");
  const auto languages = load_languages(folder.path());
  REQUIRE(languages);
  REQUIRE(languages->size() == 2);
  CHECK((*languages)[0].tag == "de");
  CHECK((*languages)[1].tag == "sv");
}

TEST_CASE("a language under another's file name is refused") {
  const testing::TempDir folder;
  write(folder / "nb.json", R"({"tag":"sv","endonym":"Svenska","direction":"ltr","texts":{}})");
  CHECK(load_languages(folder.path()).error().text() ==
        (folder / "nb.json").string() + ": holds the language \"sv\", rename it to sv.json");
}

TEST_CASE("a file that does not parse stops the loading, by its name") {
  const testing::TempDir folder;
  write(folder / "nb.json", "{");
  CHECK(load_languages(folder.path()).error().context == (folder / "nb.json").string() + ":1");
}

TEST_CASE("a folder that is not there is an error") {
  CHECK(load_languages("/nowhere/languages").error().code == ErrorCode::not_found);
}
