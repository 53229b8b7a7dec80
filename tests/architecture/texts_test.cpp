// That the terminal says nothing which no language file has, and that no translator's work is for nothing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <string>

#include "core/survey/language.h"
#include "tests/architecture/sources.h"

using namespace farewell::architecture;

namespace {

std::set<std::string> english_keys() {
  const auto english = farewell::survey::parse_language(read_text("assets/languages/en.json"), "en.json");
  REQUIRE(english);
  std::set<std::string> keys;
  for (const auto& item : english->texts) keys.insert(item.first);
  return keys;
}

/// "welcome" of "welcome.thanks".
std::string section_of(const std::string& key) {
  return key.substr(0, key.find('.'));
}

/// A key, or the beginning of keys: "topic." is followed by the topic's id.
bool is_said(const std::set<std::string>& keys, const std::string& text) {
  if (!text.ends_with('.')) return keys.count(text) == 1;
  return std::any_of(keys.begin(), keys.end(),
                     [&text](const std::string& key) { return key.starts_with(text); });
}

/// Whether the code names the key, or what such keys begin with.
bool is_asked_for(const std::string& code, const std::string& key) {
  const auto named = [&](const std::string& text) {
    return code.find("\"" + text + "\"") != std::string::npos;
  };
  return named(key) || named(key.substr(0, key.rfind('.') + 1));
}

}  // namespace

TEST_CASE("every text that the terminal asks for is in English") {
  static const std::regex kKey("\"([a-z][a-z0-9_]*\\.[a-z0-9_.-]*)\"");
  const std::set<std::string> keys = english_keys();
  std::set<std::string> sections;
  for (const std::string& key : keys) sections.insert(section_of(key));
  int found = 0;
  for (const Source& source : sources_below("app/kiosk")) {
    for (const std::string& line : source.lines) {
      for (std::sregex_iterator match(line.begin(), line.end(), kKey), end; match != end; ++match) {
        const std::string text = (*match)[1];
        if (sections.count(section_of(text)) == 0) continue;
        INFO(source.path << " says " << text);
        CHECK(is_said(keys, text));
        ++found;
      }
    }
  }
  CHECK(found > 0);
}

TEST_CASE("every text in English is asked for") {
  std::string code;
  for (const char* folder : {"app", "core"})
    for (const Source& source : sources_below(folder))
      for (const std::string& line : source.lines) code += line + "\n";
  for (const std::string& key : english_keys()) {
    INFO(key);
    CHECK(is_asked_for(code, key));
  }
}
