// Awkward text on its whole way: from a keyboard through the visit and the journal to the hub, and out of
// both in every form there is. What comes out is what went in, byte for byte.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/sync/sync.h"
#include "tests/core/export/csv_reader.h"
#include "tests/kiosk/hub/terminal.h"
#include "tests/support/test_data.h"

namespace farewell::kiosk {
namespace {

using farewell::testing::HttpClient;
using farewell::testing::HttpReply;
using farewell::testing::RunningHub;
using testing::Terminal;

std::string repeated(int times, const std::string& text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// Ours: what the public list leaves out, or what has broken something somewhere.
std::vector<std::string> awkward_texts() {
  return {
      "a" + repeated(500, "\u0301"),                             // one character of 500 marks
      "\u202Eevird eht fo dne\u202C, \u2066isolated\u2069",      // bidirectional overrides
      "Z\u0351\u036B\u0343a\u034C\u0361l\u0358g\u0322o\u0328!",  // marks above and below
      "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇳🇴 #️⃣ 🧑🏿‍🦽‍➡️",  // emoji
                                                                                                      // of
                                                                                                      // many
                                                                                                      // parts
      "=HYPERLINK(\"http://x\";\"y\")",
      "+1",
      "-1",
      "@SUM(1)",
      "\uFF1D1",  // formulas
      "\"quoted\", with; separators\nand\r\nlines",
      "</script><script>alert('x')</script>",
      "'; DROP TABLE response; --",
      "%s%n%x {n} {0} ${x}",
      "\u0007bell\u001b[31mred",
      "\uFEFFmark in front",
      "\u2028line\u2029paragraph",
      "null",
      "\\u0000\\",
      "\u00AD",
      "ﷺ ㍿ ǆ İıßẞ",
      "\U0010FFFF\uFFFD\u200B",
      repeated(500, "語"),
  };
}

/// As a manager reads a cell: the apostrophe before what would be taken for a formula does not show.
std::string without_guard(const std::string& cell) {
  static const std::set<std::string> formulas = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  if (!cell.starts_with('\'')) return cell;
  const std::string rest = cell.substr(1);
  return formulas.contains(std::string(grapheme_prefix(rest, 1))) ? rest : cell;
}

std::vector<std::string> comments_in(const Json& responses) {
  std::vector<std::string> comments;
  for (const Json& response : responses) comments.push_back(response["change"]["comment"]);
  return comments;
}

class Passage {
 public:
  /// A visit whose words are `text`; what the visit makes of them is what must come out.
  void say(const std::string& text) {
    terminal_.runner.dispatch(visit::FaceTapped{3});
    REQUIRE(terminal_.comes_to(visit::Screen::change));
    terminal_.runner.dispatch(visit::WordsTapped{});
    terminal_.runner.dispatch(visit::DraftEdited{text});
    terminal_.runner.dispatch(visit::WordsDone{});
    terminal_.runner.dispatch(visit::ChangeDone{});
    REQUIRE(terminal_.comes_to(visit::Screen::goodbye));
    terminal_.runner.dispatch(visit::AllDoneTapped{});
    REQUIRE(terminal_.runner.state().screen == visit::Screen::welcome);
    said_.emplace_back(trimmed(text));
  }

  void arrive() {
    const std::stop_source stop;
    auto transport = terminal_.connect()(stop.get_token());
    REQUIRE(transport);
    sync::Hub hub(**transport, terminal_.clock, terminal_.enrolment);
    sync::Sync sync(
        terminal_.writer, hub, terminal_.clock, [](std::int64_t) { return 0; }, [] { return wire::Health{}; },
        {.quiet_ms = 0, .start_spread_ms = 0});
    const auto left = [this] {
      return terminal_.writer.ask([](journal::Journal& journal) { return journal.unsent(); })->count;
    };
    for (int i = 0; i < 1000 && left() > 0; ++i) sync.step();
    REQUIRE(left() == 0);
  }

  void comes_out_the_same() {
    CHECK((comments_in(exported("json", "plain")) == said_));
    CHECK((comments_in(page()) == said_));
    for (const std::string preset : {"plain", "excel-comma", "excel-semicolon"}) {
      INFO(preset);
      CHECK((cells(preset) == said_));
    }
  }

 private:
  Json exported(const std::string& format, const std::string& preset) {
    return Json::parse(file(format, preset));
  }
  std::string file(const std::string& format, const std::string& preset) {
    HttpClient client(hub_.port());
    const HttpReply reply = client.exchange("GET", "/v1/export?format=" + format + "&preset=" + preset,
                                            {"Authorization: Bearer " + token_});
    REQUIRE(reply.status == 200);
    return reply.body;
  }
  /// As the manager's page asks for it.
  Json page() {
    Json all = Json::array();
    for (Json next = ""; !next.is_null();) {
      const std::string cursor = next.get<std::string>();
      const Json one = hub_.ask("/v1/responses" + (cursor.empty() ? "" : "?cursor=" + cursor), token_);
      for (const Json& response : one["responses"]) all.push_back(response);
      next = one["next"];
    }
    return all;
  }
  std::vector<std::string> cells(const std::string& preset) {
    std::string text = file("csv", preset);
    if (text.starts_with("\uFEFF")) text = text.substr(3);
    auto table = farewell::testing::read_csv(text, preset == "excel-semicolon" ? ';' : ',');
    const auto column = std::ranges::find(table.at(0), "comment") - table[0].begin();
    std::vector<std::string> found;
    for (std::size_t row = 1; row < table.size(); ++row) {
      const std::string& cell = table[row].at(static_cast<std::size_t>(column));
      found.push_back(preset == "plain" ? cell : without_guard(cell));
    }
    return found;
  }

  RunningHub hub_;
  std::string token_ = hub_.token();
  Terminal terminal_{hub_};
  std::vector<std::string> said_;
};

}  // namespace

TEST_CASE("awkward text comes out of the hub as it went into the terminal") {
  Passage way;
  for (const std::string& text : awkward_texts()) {
    INFO(text);
    way.say(text);
  }
  way.arrive();
  way.comes_out_the_same();
}

TEST_CASE("every awkward string of the public list comes out of the hub as it went into the terminal") {
  const auto path = farewell::testing::test_data("blns.json");
  if (!path) return;
  Passage way;
  for (const Json& value : Json::parse(*read_file(*path))) {
    const std::string text = value;
    INFO(text);
    if (!trimmed(text).empty()) way.say(text);
  }
  way.arrive();
  way.comes_out_the_same();
}

TEST_CASE("what a keyboard types is what the visit has, character by character") {
  RunningHub hub;
  Terminal terminal(hub);
  for (const std::string& text : awkward_texts()) {
    INFO(text);
    terminal.runner.dispatch(visit::FaceTapped{3});
    REQUIRE(terminal.comes_to(visit::Screen::change));
    terminal.runner.dispatch(visit::WordsTapped{});
    terminal.front.refresh();
    terminal.front.type(text);
    CHECK(std::string(terminal.runner.state().visit->draft) == text);
    terminal.runner.dispatch(visit::WordsDone{});
    terminal.runner.dispatch(visit::ChangeDone{});
    REQUIRE(terminal.comes_to(visit::Screen::goodbye));
    terminal.runner.dispatch(visit::AllDoneTapped{});
    terminal.front.refresh();
  }
}

}  // namespace farewell::kiosk
