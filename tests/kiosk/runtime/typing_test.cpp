// Typing into a visit's draft, with candidates that the test gives.
#include "app/kiosk/runtime/typing.h"

#include <catch2/catch.hpp>

#include "core/base/text.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

using testing::Bench;

/// A customer at the text field, in a language.
struct Writer : Bench {
  explicit Writer(const std::string& language) {
    survey::Survey survey = survey::default_survey();
    survey.languages = {"en", "zh-Hans", "ja", "ko", "th", "fr"};
    runner.ask_next({survey, {{"en", "English", false, {}}, {"zh-Hans", "简体中文", false, {}}}});
    settle();
    answer(4);
    tap(visit::LanguageChosen{language});
    tap(visit::WordsTapped{});
    REQUIRE(runner.state().screen == visit::Screen::words);
    typing.follow_visit();
  }

  Writer& type(const std::string& keys) {
    for (std::string_view left = keys; !left.empty();) {
      const std::string key(grapheme_prefix(left, 1));
      typing.mean(KeyPressed{key});
      left.remove_prefix(key.size());
    }
    return *this;
  }
  void answer_with(std::vector<Candidate> candidates) {
    REQUIRE_FALSE(asked.empty());
    typing.hear({visit::PrivateText(asked.back()), std::move(candidates)});
  }
  void act(const visit::Action& action) {
    tap(action);
    typing.follow_visit();
  }
  const std::string& draft() const { return runner.state().visit->draft; }

  std::vector<std::string> asked;  ///< empty: everything is to be forgotten
  Typing typing{runner, [this](const std::string&, const visit::PrivateText& composing) {
                  asked.push_back(composing);
                }};
};

TEST_CASE("each letter of pinyin asks for what all of them may become") {
  Writer writer("zh-Hans");
  writer.type("hao");
  CHECK(writer.asked == std::vector<std::string>{"h", "ha", "hao"});
  writer.answer_with({{"好", 3}});
  writer.typing.mean(CandidateChosen{0});
  CHECK(writer.draft() == "好");
}

TEST_CASE("what is left of the letters after a choice is asked for again") {
  Writer writer("zh-Hans");
  writer.type("nihao");
  writer.answer_with({{"你好", 5}, {"你", 2}});
  writer.typing.mean(CandidateChosen{1});
  CHECK(writer.draft() == "你hao");
  CHECK(writer.asked.back() == "hao");
}

TEST_CASE("an answer to letters that have changed is passed over") {
  Writer writer("zh-Hans");
  writer.type("ha");
  writer.type("o");
  writer.typing.hear({"ha", {{"哈", 2}}});
  CHECK_FALSE(writer.typing.keyboard().candidates_hold());
}

TEST_CASE("languages without an input method ask for nothing") {
  for (const char* language : {"en", "ko", "th"}) {
    Writer writer(language);
    writer.type("ab");
    CHECK(writer.asked.empty());
  }
}

TEST_CASE("when the words are done, what was composed is forgotten everywhere") {
  Writer writer("zh-Hans");
  writer.type("hao");
  writer.answer_with({{"好", 3}});
  writer.typing.finish();
  writer.act(visit::WordsDone{});
  CHECK(writer.runner.state().visit->comment == "好");
  CHECK(writer.asked.back().empty());
  CHECK(writer.typing.keyboard() == KeyboardState{});
}

TEST_CASE("when the visit ends, nothing of what was composed is left") {
  Writer writer("ja");
  writer.type("はし");
  writer.answer_with({{"橋", 6}});
  writer.wait(10 * 60'000);
  REQUIRE_FALSE(writer.runner.state().visit);
  writer.typing.follow_visit();
  CHECK(writer.typing.keyboard() == KeyboardState{});
  CHECK(writer.asked.back().empty());
}

TEST_CASE("another language begins with a keyboard that remembers nothing") {
  Writer writer("zh-Hans");
  writer.type("hao");
  writer.act(visit::LanguageChosen{"en"});
  CHECK(writer.typing.keyboard() == KeyboardState{});
  CHECK(writer.draft() == "hao");
}

TEST_CASE("a comment stops at the visit's limit, counted as people count") {
  Writer writer("en");
  const std::string full(visit::kMaxCommentGraphemes, 'a');
  writer.tap(visit::DraftEdited{full});
  writer.type("bc");
  CHECK(writer.draft() == full);
  writer.typing.mean(KeyPressed{"delete"});
  writer.type("é");
  CHECK(grapheme_count(writer.draft()) == visit::kMaxCommentGraphemes);
  CHECK(writer.draft().ends_with("é"));
}

TEST_CASE("at the limit, a syllable goes on growing and no new one begins") {
  Writer writer("ko");
  writer.tap(visit::DraftEdited{std::string(visit::kMaxCommentGraphemes - 1, 'a')});
  writer.type("ㅎㅏㄴㅏ");
  CHECK(grapheme_count(writer.draft()) == visit::kMaxCommentGraphemes);
  writer.type("ㅂ");
  CHECK(grapheme_count(writer.draft()) == visit::kMaxCommentGraphemes);
}

TEST_CASE("a candidate that is longer than the room is cut, not refused") {
  Writer writer("zh-Hans");
  writer.tap(visit::DraftEdited{std::string(visit::kMaxCommentGraphemes - 2, 'x')});
  writer.type("hm");
  writer.answer_with({{"一二三", 2}});
  writer.typing.mean(CandidateChosen{0});
  CHECK(writer.draft().ends_with("x一二"));
  CHECK(writer.typing.keyboard().composing.empty());
}

TEST_CASE("a keyboard of keys ends what was being composed") {
  Writer writer("zh-Hans");
  writer.type("ha");
  writer.typing.press("x");
  CHECK(writer.draft() == "hax");
  CHECK(writer.typing.keyboard().composing.empty());
}

TEST_CASE("a letter that is chosen by keys is typed at once, and offers what the language has under it") {
  Writer writer("en");
  writer.act(visit::LanguageChosen{"fr"});
  writer.typing.offer(KeyPressed{"e"});
  writer.type("e");
  CHECK(writer.draft() == "e");
  CHECK(writer.typing.keyboard().alternatives_of == "e");
  writer.typing.mean(AlternativeChosen{"é"});
  CHECK(writer.draft() == "é");
  CHECK(writer.typing.keyboard().alternatives_of.empty());
}

TEST_CASE("a letter that only other languages have something under offers nothing to keys") {
  Writer writer("en");
  writer.typing.offer(KeyPressed{"e"});
  writer.type("e");
  CHECK(writer.typing.keyboard().alternatives_of.empty());
}

}  // namespace
}  // namespace farewell::kiosk
