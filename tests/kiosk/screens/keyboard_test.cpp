#include "app/kiosk/screens/keyboard.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "core/base/text.h"
#include "tests/kiosk/screens/keyboard_states.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

std::vector<std::string> tags() {
  std::vector<std::string> all;
  for (const KeyLayout& layout : kLayouts) all.emplace_back(layout.language);
  return all;
}

KeyRows comment_keys(const std::string& tag, const KeyboardState& keyboard = {},
                     const std::string& text = "x") {
  return keys_for(tag, KeyboardUse::comment, keyboard, text);
}

std::set<std::string> all_keys(const KeyRows& rows) {
  std::set<std::string> keys;
  for (const auto& row : rows)
    for (const Key& key : row) keys.insert(key.key);
  return keys;
}

void with_every_page(const std::function<void(const std::string&, const KeyRows&)>& check) {
  for (const std::string& tag : tags())
    for (const KeyboardState& keyboard : {KeyboardState{}, shifted(), on_symbols(), in_latin()}) {
      INFO(tag << ", page " << static_cast<int>(keyboard.page));
      check(tag, comment_keys(tag, keyboard));
    }
}

}  // namespace

TEST_CASE("a character key says what it types, a mark on a ring") {
  with_every_page([](const std::string&, const KeyRows& rows) {
    for (const auto& row : rows)
      for (const Key& key : row) {
        if (key.kind != KeyKind::character || key.key == "space" || key.key == "゛") continue;
        CHECK(key.shows == (begins_with_mark(key.key) ? "◌" : "") + key.key);
        CHECK(grapheme_count(key.key) == 1);
      }
  });
}

TEST_CASE("no key stands twice on a page") {
  with_every_page([](const std::string&, const KeyRows& rows) {
    std::multiset<std::string> keys;
    for (const auto& row : rows)
      for (const Key& key : row) keys.insert(key.key);
    for (const std::string& key : keys) CHECK(keys.count(key) == 1);
  });
}

TEST_CASE("delete, the languages and the way out are on every page") {
  with_every_page([](const std::string&, const KeyRows& rows) {
    const auto keys = all_keys(rows);
    for (const char* key : {"delete", "languages", "done", "space"}) CHECK(keys.count(key) == 1);
  });
}

TEST_CASE("no row is wider than eleven keys, and none wider than the letters") {
  with_every_page([](const std::string&, const KeyRows& rows) {
    float columns = 0;
    for (const auto& row : rows) columns = std::max(columns, columns_of(row));
    CHECK(columns <= 11);
    CHECK(columns_of(rows.back()) == Approx(columns));
    for (const auto& row : rows)
      for (const Key& key : row) CHECK(key.width >= 1);
  });
}

TEST_CASE("figures and signs are one key away, and the letters again") {
  for (const std::string& tag : tags()) {
    INFO(tag);
    CHECK(all_keys(comment_keys(tag)).count("symbols") == 1);
    const auto keys = all_keys(comment_keys(tag, on_symbols()));
    for (const char* key : {"0", "9", "letters"}) CHECK(keys.count(key) == 1);
    CHECK((keys.count("?") == 1 || keys.count("؟") == 1 || keys.count("？") == 1));
  }
}

TEST_CASE("languages of another script have Latin letters too, and a way back") {
  for (const char* tag : {"uk", "ar", "he", "hi", "th", "zh-Hans", "ko"}) {
    INFO(tag);
    CHECK(all_keys(comment_keys(tag)).count("script") == 1);
    const auto latin = all_keys(comment_keys(tag, in_latin()));
    CHECK(latin.count("q") == 1);
    CHECK(latin.count("script") == 1);
  }
  CHECK(all_keys(comment_keys("ja", on_symbols())).count("script") == 1);
  CHECK(all_keys(comment_keys("fr")).count("script") == 0);
}

TEST_CASE("kana stand in one table") {
  const std::set<std::string> keys = all_keys(comment_keys("ja"));
  const std::string kana =
      "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー゛";
  for (std::string_view rest = kana; !rest.empty(); rest.remove_prefix(3))
    CHECK(keys.count(std::string(rest.substr(0, 3))) == 1);
}

TEST_CASE("the first letter of a sentence is a capital, and shift turns it") {
  CHECK(all_keys(comment_keys("en", {}, "")).count("Q") == 1);
  CHECK(all_keys(comment_keys("en", {}, "a")).count("q") == 1);
  CHECK(all_keys(comment_keys("en", shifted(), "a")).count("Q") == 1);
  CHECK(all_keys(comment_keys("en", shifted(), "")).count("q") == 1);
}

TEST_CASE("locked shift is capitals everywhere, and the key shows it") {
  for (const char* text : {"", "a"}) {
    const KeyRows rows = comment_keys("en", shifted(Shift::locked), text);
    CHECK(all_keys(rows).count("Q") == 1);
    CHECK(rows[2].front().is_on);
  }
  CHECK_FALSE(comment_keys("en", shifted(), "a")[2].front().is_on);
}

TEST_CASE("a script without capitals shows its plain letters at the start of a sentence") {
  CHECK(all_keys(comment_keys("ar", {}, "")).count("ا") == 1);
  CHECK(all_keys(comment_keys("th", {}, "")).count("ก") == 1);
  CHECK(all_keys(comment_keys("ko", {}, "")).count("ㅂ") == 1);
}

TEST_CASE("a language without a layout of its own types with the English one") {
  CHECK(all_keys(comment_keys("xx-Latn")) == all_keys(comment_keys("en")));
}

TEST_CASE("a key whose language has more under it shows the first, in its own case") {
  const auto hint = [](const KeyRows& rows, const std::string& letter) {
    for (const auto& row : rows)
      for (const Key& key : row)
        if (key.key == letter) return key.hint;
    return std::string("no such key");
  };
  CHECK(hint(comment_keys("pl"), "a") == "ą");
  CHECK(hint(comment_keys("pl", shifted()), "A") == "Ą");
  CHECK(hint(comment_keys("uk"), "і") == "ї");
  CHECK(hint(comment_keys("en"), "e").empty());
}

TEST_CASE("in a right-to-left language the letters stay and the other keys change sides") {
  const KeyRows rows = turned(comment_keys("ar"));
  CHECK(rows[0].front().key == "ض");
  CHECK(rows[2].front().key == "delete");
  CHECK(rows[2][1].key == "ذ");
  CHECK(rows[2].back().key == "shift");
  CHECK(rows[3].front().key == "done");
  CHECK(rows[3].back().key == "symbols");
}

TEST_CASE("an address can be typed: letters, figures, @ . - _") {
  std::set<std::string> keys = all_keys(keys_for("ar", KeyboardUse::email, {}, ""));
  for (const char* key : {"a", "z", "@", ".", "-", "_", "delete", "done"}) CHECK(keys.count(key) == 1);
  CHECK(keys.count("A") == 0);
  const auto figures = all_keys(keys_for("ar", KeyboardUse::email, on_symbols(), ""));
  for (const char* key : {"0", "9", "@", ".", "letters"}) CHECK(figures.count(key) == 1);
}
