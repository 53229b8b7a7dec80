#include "app/kiosk/screens/keyboard.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "app/kiosk/screens/key_layouts.h"
#include "core/base/text.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

const std::vector<std::string> kTags = {"en", "nb", "da", "sv", "fi", "de", "ar", "ja"};

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

float width_of(const std::vector<Key>& row) {
  float width = 0;
  for (const Key& key : row) width += key.width;
  return width;
}

}  // namespace

TEST_CASE("a character key says what it types") {
  for (const std::string& tag : kTags)
    for (const KeyPage page : {KeyPage::letters, KeyPage::more_letters, KeyPage::symbols})
      for (const auto& row : comment_keys(tag, {.shifted = false, .page = page}))
        for (const Key& key : row) {
          if (key.kind != KeyKind::character || key.key == "space") continue;
          CHECK(key.shows == key.key);
          CHECK(grapheme_count(key.key) == 1);
        }
}

TEST_CASE("every language has the letters that its words need") {
  const auto has = [](const std::string& tag, const std::string& letters) {
    std::set<std::string> keys = all_keys(comment_keys(tag));
    keys.merge(all_keys(comment_keys(tag, {.shifted = true})));
    for (std::string_view rest = letters; !rest.empty();) {
      const std::string letter(grapheme_prefix(rest, 1));
      INFO(tag + " " + letter);
      CHECK(keys.count(letter) == 1);
      rest.remove_prefix(letter.size());
    }
  };
  has("en", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  has("nb", "abcdefghijklmnopqrstuvwxyzæøåÆØÅ");
  has("sv", "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ");
  has("de", "abcdefghijklmnopqrstuvwxyzäöüßÄÖÜẞ");
  has("ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئىةأإآ،");
  has("ja", "、。");
}

TEST_CASE("kana stand on two pages, all of them") {
  std::set<std::string> keys = all_keys(comment_keys("ja"));
  keys.merge(all_keys(comment_keys("ja", {.shifted = false, .page = KeyPage::more_letters})));
  const std::string kana =
      "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー゛";
  for (std::string_view rest = kana; !rest.empty(); rest.remove_prefix(3))
    CHECK(keys.count(std::string(rest.substr(0, 3))) == 1);
}

TEST_CASE("the first letter of a sentence is a capital, and shift turns it") {
  CHECK(all_keys(comment_keys("en", {}, "")).count("Q") == 1);
  CHECK(all_keys(comment_keys("en", {}, "a")).count("q") == 1);
  CHECK(all_keys(comment_keys("en", {.shifted = true}, "a")).count("Q") == 1);
  CHECK(all_keys(comment_keys("en", {.shifted = true}, "")).count("q") == 1);
}

TEST_CASE("a script without capitals shows its plain letters at the start of a sentence") {
  CHECK(all_keys(comment_keys("ar", {}, "")).count("ا") == 1);
  CHECK(all_keys(comment_keys("ja", {}, "")).count("あ") == 1);
}

TEST_CASE("a language without a layout of its own types with the English one") {
  CHECK(all_keys(comment_keys("xx-Latn")) == all_keys(comment_keys("en")));
}

TEST_CASE("delete, the languages and the way out are on every page") {
  for (const std::string& tag : kTags)
    for (const KeyPage page : {KeyPage::letters, KeyPage::more_letters, KeyPage::symbols}) {
      const auto keys = all_keys(comment_keys(tag, {.shifted = false, .page = page}));
      for (const char* key : {"delete", "languages", "done", "space"}) CHECK(keys.count(key) == 1);
    }
}

TEST_CASE("no row is wider than the keyboard's first two") {
  for (const std::string& tag : kTags)
    for (const KeyPage page : {KeyPage::letters, KeyPage::symbols}) {
      const KeyRows rows = comment_keys(tag, {.shifted = false, .page = page});
      const float columns = std::max(width_of(rows[0]), width_of(rows[1]));
      CHECK(columns <= 11);
      for (const auto& row : rows) CHECK(width_of(row) <= Approx(columns));
    }
}

TEST_CASE("an address can be typed: letters, figures, @ . - _") {
  std::set<std::string> keys = all_keys(keys_for("ar", KeyboardUse::email, {}, ""));
  for (const char* key : {"a", "z", "@", ".", "-", "_", "delete", "done"}) CHECK(keys.count(key) == 1);
  CHECK(keys.count("A") == 0);
  const auto figures =
      all_keys(keys_for("ar", KeyboardUse::email, {.shifted = false, .page = KeyPage::symbols}, ""));
  for (const char* key : {"0", "9", "@", ".", "letters"}) CHECK(figures.count(key) == 1);
}
