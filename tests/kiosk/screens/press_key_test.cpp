#include "app/kiosk/screens/press_key.h"

#include <catch2/catch.hpp>

#include "core/base/text.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

/// Types keys one after the other on the keyboard of a language.
struct Hands {
  explicit Hands(const std::string& language, const std::string& text = "")
      : layout(layout_for(language)), typed{text, {}} {}

  Hands& press(const std::string& key) {
    typed = press_key(typed, layout, key, now_ms += 1000);
    return *this;
  }
  /// Each character of `keys` is one.
  Hands& type(const std::string& keys) {
    for (std::string_view left = keys; !left.empty();) {
      const std::string key(grapheme_prefix(left, 1));
      press(key == " " ? "space" : key);
      left.remove_prefix(key.size());
    }
    return *this;
  }
  /// As if they had been found.
  Hands& offer(std::vector<Candidate> candidates) {
    typed.keyboard.candidates = std::move(candidates);
    typed.keyboard.candidates_for = typed.keyboard.composing;
    return *this;
  }
  const std::string& text() const { return typed.text; }
  const std::string& composing() const { return typed.keyboard.composing; }

  const KeyLayout& layout;
  Typed typed;
  std::int64_t now_ms = 10'000;
};

std::string pressed(const std::string& text, const std::string& key) {
  return Hands("en", text).press(key).text();
}

}  // namespace

TEST_CASE("a character key adds its character") {
  CHECK(pressed("Kø", "ø") == "Køø");
  CHECK(pressed("", "ش") == "ش");
}

TEST_CASE("space adds a space and leaves the page of symbols") {
  const Hands hands = Hands("en", "No").press("symbols").press("space");
  CHECK(hands.text() == "No ");
  CHECK(hands.typed.keyboard.page == KeyPage::letters);
}

TEST_CASE("delete takes one character as a person counts them") {
  for (const char* last :
       {"👨‍👩‍👧‍👦", "🇳🇴", "e\u0301", "कि", "ที่", "한", "가\u11A8", "ぱ", "ﷺ"}) {
    INFO(last);
    REQUIRE(grapheme_count("a" + std::string(last)) == 2);
    CHECK(pressed("a" + std::string(last), "delete") == "a");
  }
  CHECK(pressed("", "delete").empty());
}

TEST_CASE("shift falls back after one letter") {
  Hands hands("en", "ab");
  hands.press("shift");
  CHECK(hands.typed.keyboard.shift == Shift::once);
  CHECK(hands.press("C").text() == "abC");
  CHECK(hands.typed.keyboard.shift == Shift::off);
}

TEST_CASE("shift tapped again after a while is off") {
  CHECK(Hands("en").press("shift").press("shift").typed.keyboard.shift == Shift::off);
}

TEST_CASE("shift tapped twice at once is locked until it is tapped again") {
  const KeyLayout& english = layout_for("en");
  Typed typed = press_key({}, english, "shift", 1000);
  typed = press_key(typed, english, "shift", 1000 + kDoubleTapMs);
  REQUIRE(typed.keyboard.shift == Shift::locked);
  typed = press_key(typed, english, "A", 2000);
  CHECK(typed.keyboard.shift == Shift::locked);
  CHECK(press_key(typed, english, "shift", 3000).keyboard.shift == Shift::off);
}

TEST_CASE("shift held down is locked, for those who cannot tap twice at once") {
  CHECK(hold_key({}, "shift").keyboard.shift == Shift::locked);
}

TEST_CASE("the pages of the keyboard turn and come back") {
  Hands hands("en");
  CHECK(hands.press("symbols").typed.keyboard.page == KeyPage::symbols);
  CHECK(hands.press("5").typed.keyboard.page == KeyPage::symbols);
  CHECK(hands.press("letters").typed.keyboard.page == KeyPage::letters);
}

TEST_CASE("one key leads to Latin letters and back") {
  Hands hands("he");
  CHECK(hands.press("script").typed.keyboard.script == Script::latin);
  CHECK(hands.press("script").typed.keyboard.script == Script::own);
}

TEST_CASE("a key held and let go has typed its letter, and an alternative takes its place") {
  const KeyLayout& french = layout_for("fr");
  Typed typed = hold_key({"caf", {}}, "e");
  CHECK(typed.text == "caf");
  typed = press_key(typed, french, "e");
  CHECK(typed.text == "cafe");
  CHECK(typed.keyboard.alternatives_of == "e");
  typed = choose_alternative(typed, french, "é");
  CHECK(typed.text == "café");
  CHECK(typed.keyboard.alternatives_of.empty());
}

TEST_CASE("a finger that slides from a held key to an alternative types that alone") {
  CHECK(choose_alternative(hold_key({"caf", {}}, "e"), layout_for("fr"), "é").text == "café");
}

TEST_CASE("after holding a key, any other key goes on as if nothing had been offered") {
  const KeyLayout& french = layout_for("fr");
  Typed typed = press_key(hold_key({"", {}}, "e"), french, "e");
  typed = press_key(typed, french, "t");
  CHECK(typed.text == "et");
  CHECK(typed.keyboard.alternatives_of.empty());
  typed = press_key(press_key(hold_key({"", {}}, "e"), french, "e"), french, "e");
  CHECK(typed.text == "ee");
  CHECK(typed.keyboard.alternatives_of.empty());
}

TEST_CASE("the mark key turns the kana before it through its circle") {
  const auto marked = [](const std::string& text) { return Hands("ja", text).press("゛").text(); };
  CHECK(marked("か") == "が");
  CHECK(marked("が") == "か");
  CHECK(marked("は") == "ば");
  CHECK(marked("ば") == "ぱ");
  CHECK(marked("みつ") == "みっ");
  CHECK(marked("ん") == "ん");
  CHECK(marked("").empty());
}

TEST_CASE("jamo become syllables as they are typed") {
  CHECK(Hands("ko").type("ㅎㅏㄴㄱㅡㄹ").text() == "한글");
  CHECK(Hands("ko").type("ㅇㅏㄴㄴㅕㅇㅎㅏㅅㅔㅇㅛ").text() == "안녕하세요");
  CHECK(Hands("ko").type("ㅎㅏㄴㅏ").text() == "하나");
  CHECK(Hands("ko").type("ㄷㅏㄹㄱㅇㅣ").text() == "닭이");
}

TEST_CASE("delete takes a jamo off the syllable in progress, and a whole one after that") {
  Hands hands("ko");
  hands.type("ㄴㅏㅎㅏㄴ");
  for (const char* left : {"나하", "나ㅎ", "나", ""}) CHECK(hands.press("delete").text() == left);
}

TEST_CASE("a space or a sign ends a syllable") {
  CHECK(Hands("ko").type("ㅎㅏ ㄴ").text() == "하 ㄴ");
  Hands hands("ko");
  hands.type("ㅎㅏ.");
  CHECK(hands.text() == "하.");
  CHECK(hands.composing().empty());
  CHECK(hands.press("ㄴ").text() == "하.ㄴ");
}

TEST_CASE("a double consonant chosen from a held key joins the syllable") {
  const KeyLayout& korean = layout_for("ko");
  Typed typed = press_key(hold_key({}, "ㅂ"), korean, "ㅂ");
  typed = choose_alternative(typed, korean, "ㅃ");
  CHECK(press_key(typed, korean, "ㅏ").text == "빠");
}

TEST_CASE("pinyin and kana stand in the text while they are composed") {
  const Hands chinese = Hands("zh", "我").type("hao");
  CHECK(chinese.text() == "我hao");
  CHECK(chinese.composing() == "hao");
  const Hands japanese = Hands("ja", "は。").type("れし").press("゛");
  CHECK(japanese.text() == "は。れじ");
  CHECK(japanese.composing() == "れじ");
}

TEST_CASE("space takes the first candidate") {
  Hands hands("zh", "我");
  hands.type("hao").offer({{"好", 3}, {"号", 3}}).press("space");
  CHECK(hands.text() == "我好");
  CHECK(hands.composing().empty());
  CHECK(hands.press("space").text() == "我好 ");
}

TEST_CASE("a candidate for some of the letters leaves the others to be composed") {
  Hands hands("zh");
  hands.type("fuwuhenhao").offer({{"服务很好", 10}, {"服务", 4}});
  hands.typed = choose_candidate(hands.typed, 1);
  CHECK(hands.text() == "服务henhao");
  CHECK(hands.composing() == "henhao");
  CHECK_FALSE(hands.typed.keyboard.candidates_hold());
}

TEST_CASE("a candidate of earlier letters is not taken") {
  Hands hands("zh");
  hands.type("ha").offer({{"哈", 2}}).type("o");
  CHECK(choose_candidate(hands.typed, 0).text == "hao");
  CHECK(choose_candidate(hands.offer({{"好", 3}}).typed, 7).text == "hao");
}

TEST_CASE("without candidates, composed letters stay as they are and space ends them") {
  Hands hands("zh");
  CHECK(hands.type("ok ").text() == "ok");
  CHECK(hands.composing().empty());
  CHECK(hands.type(" la").text() == "ok la");
}

TEST_CASE("a sign after pinyin takes its first candidate, and after kana leaves them") {
  CHECK(Hands("zh").type("hao").offer({{"好", 3}}).type("。").text() == "好。");
  CHECK(Hands("ja").type("はし").offer({{"橋", 6}}).type("。").text() == "はし。");
}

TEST_CASE("when the typing is done, pinyin that has a candidate is not left") {
  Hands hands("zh");
  hands.type("hao");
  CHECK(finish_typing(hands.typed, hands.layout).text == "hao");
  CHECK(finish_typing(hands.offer({{"好", 3}}).typed, hands.layout).text == "好");
  CHECK(finish_typing(hands.typed, hands.layout).keyboard.composing.empty());
}

TEST_CASE("delete takes a letter off what is composed") {
  Hands hands("zh", "我");
  hands.type("ha").press("delete");
  CHECK(hands.text() == "我h");
  CHECK(hands.composing() == "h");
  hands.press("delete").press("delete");
  CHECK(hands.text().empty());
  CHECK(hands.composing().empty());
}

TEST_CASE("an apostrophe parts syllables, and begins none") {
  CHECK(Hands("zh").type("xi'an").composing() == "xi'an");
  CHECK(Hands("zh").type("'").composing().empty());
}

TEST_CASE("what is composed does not grow without end") {
  Hands hands("zh");
  for (int i = 0; i < 400; ++i) hands.press("a");
  CHECK(hands.composing().size() <= kMostComposedBytes);
  CHECK(hands.text().size() == 400);
}

TEST_CASE("a text that was cut ends the composing") {
  Hands hands("zh");
  hands.type("hao");
  CHECK(kept_with(hands.typed.keyboard, "hao").composing == "hao");
  CHECK(kept_with(hands.typed.keyboard, "ha").composing.empty());
  const KeyboardState korean = Hands("ko").type("ㅎㅏ").typed.keyboard;
  CHECK(kept_with(korean, "x하").composing == "ㅎㅏ");
  CHECK(kept_with(korean, "x").composing.empty());
}

TEST_CASE("a sentence starts at the beginning and after a stop and a space") {
  CHECK(starts_sentence(""));
  CHECK(starts_sentence("Good. "));
  CHECK(starts_sentence("Why?  "));
  CHECK_FALSE(starts_sentence("Good."));
  CHECK_FALSE(starts_sentence("at 3.5"));
  CHECK_FALSE(starts_sentence("Good "));
}
