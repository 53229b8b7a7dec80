#include <catch2/catch.hpp>

#include "core/base/text.h"
#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

struct AtChange : testing::Terminal {
  AtChange() { answer(4); }
};

}  // namespace

TEST_CASE("topics are shuffled with something else last") {
  AtChange terminal;
  REQUIRE(terminal.state.visit->topic_order.size() == terminal.survey.topics.size());
  CHECK(terminal.state.visit->topic_order.back() == "something-else");
}

TEST_CASE("topics keep their order when the customer comes back") {
  AtChange terminal;
  const auto order = terminal.state.visit->topic_order;
  terminal.happens(BackTapped{});
  terminal.answer(3);
  CHECK(terminal.state.visit->topic_order == order);
}

TEST_CASE("several topics may be chosen, and each is saved as it is") {
  AtChange terminal;
  terminal.happens(TopicTapped{"waiting"});
  terminal.happens(TopicTapped{"prices"});
  const auto saved = terminal.all<SaveChange>();
  REQUIRE(saved.size() == 2);
  CHECK(saved[0].topics == std::vector<std::string>{"waiting"});
  CHECK(saved[1].topics == std::vector<std::string>{"waiting", "prices"});
}

TEST_CASE("a chosen topic tapped again is chosen no longer") {
  AtChange terminal;
  terminal.happens(TopicTapped{"waiting"});
  terminal.happens(TopicTapped{"waiting"});
  CHECK(terminal.all<SaveChange>().back().topics.empty());
}

TEST_CASE("a topic that was not offered is not chosen") {
  AtChange terminal;
  terminal.happens(TopicTapped{"weather"});
  CHECK(terminal.all<SaveChange>().empty());
}

TEST_CASE("a comment is saved when it is done, without its outer spaces") {
  AtChange terminal;
  terminal.happens(WordsTapped{});
  CHECK(terminal.state.screen == Screen::words);
  terminal.happens(DraftEdited{"  The queue at the till "});
  CHECK(terminal.all<SaveChange>().empty());
  terminal.happens(WordsDone{});
  CHECK(terminal.state.screen == Screen::change);
  CHECK(terminal.all<SaveChange>().back().comment == "The queue at the till");
  CHECK(terminal.state.visit->draft.empty());
}

TEST_CASE("a comment is opened again as it stands") {
  AtChange terminal;
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{"Queue"});
  terminal.happens(WordsDone{});
  terminal.happens(WordsTapped{});
  CHECK(terminal.state.visit->draft == "Queue");
}

TEST_CASE("Back keeps what is being typed for the rest of the visit, unsaved") {
  AtChange terminal;
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{"Queue"});
  terminal.happens(BackTapped{});
  CHECK(terminal.all<SaveChange>().empty());
  terminal.happens(WordsTapped{});
  CHECK(terminal.state.visit->draft == "Queue");
}

TEST_CASE("a comment ends at five hundred characters as a person counts them") {
  AtChange terminal;
  std::string flags;
  for (int i = 0; i < 600; ++i) flags += "\U0001F1F3\U0001F1F4";
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{flags});
  CHECK(grapheme_count(terminal.state.visit->draft) == kMaxCommentGraphemes);
}

TEST_CASE("a comment of enormous characters stays within what a response may weigh") {
  AtChange terminal;
  std::string families;
  for (int i = 0; i < 500; ++i) families += "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{families});
  CHECK(terminal.state.visit->draft.size() <= kMaxCommentBytes);
  CHECK(is_utf8(terminal.state.visit->draft));
}

TEST_CASE("a draft that is not UTF-8 is not taken") {
  AtChange terminal;
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{"\xC3\x28"});
  CHECK(terminal.state.visit->draft.empty());
}

TEST_CASE("no words are asked for where the survey wants none") {
  AtChange terminal;
  terminal.survey.comment = false;
  terminal.happens(WordsTapped{});
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("Done with nothing chosen is a skip") {
  AtChange terminal;
  terminal.happens(ChangeDone{});
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::skipped);
  CHECK_FALSE(terminal.all<FinishVisit>().at(0).answered);
}

TEST_CASE("Done with a topic chosen is an answer") {
  AtChange terminal;
  terminal.happens(TopicTapped{"choice"});
  terminal.happens(ChangeDone{});
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::completed);
  CHECK(terminal.all<FinishVisit>().at(0).answered);
}

TEST_CASE("a skip is no skip any more once the customer comes back and chooses") {
  testing::Terminal terminal;
  terminal.answer(1);
  terminal.happens(ChangeDone{});
  REQUIRE(terminal.state.screen == Screen::recovery);
  terminal.happens(BackTapped{});
  terminal.happens(TopicTapped{"choice"});
  terminal.wait(60'000);
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::completed);
}

}  // namespace farewell::visit
