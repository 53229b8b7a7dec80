#include "core/report/day_report.h"

#include <catch2/catch.hpp>

#include "samples.h"

using namespace farewell;
using namespace farewell::report;
using namespace farewell::testing;

namespace {

DayReport report_of(const std::vector<wire::Response>& responses, Flagged flagged = Flagged::left_out) {
  DayReporter reporter(TimeZone::find("Europe/Oslo").value(), flagged);
  for (const auto& response : responses) reporter.add(response);
  return reporter.result();
}

}  // namespace

TEST_CASE("satisfied are the upper two of five and the upper two of four") {
  CHECK(report_of({answer(3), answer(4), answer(5)}).satisfied == Share{2, 3});
  CHECK(report_of({answer(2, 4), answer(3, 4), answer(4, 4)}).satisfied == Share{2, 3});
}

TEST_CASE("unhappy are the lowest two of either scale") {
  CHECK(report_of({answer(1), answer(2), answer(3)}).unhappy == Share{2, 3});
  CHECK(report_of({answer(2, 4), answer(3, 4)}).unhappy == Share{1, 2});
}

TEST_CASE("flagged responses are left out, and their number is told") {
  for (const char* flag : {"rapid", "burst", "closed"}) {
    const DayReport report = report_of({answer(5), flagged(1, flag)});
    CHECK(report.responses == 1);
    CHECK(report.flagged == 1);
    CHECK(report.satisfied == Share{1, 1});
  }
}

TEST_CASE("one switch brings flagged responses in, and their number is told still") {
  const DayReport report = report_of({answer(5), flagged(1, "rapid")}, Flagged::counted);
  CHECK(report.responses == 2);
  CHECK(report.flagged == 1);
  CHECK(report.satisfied == Share{1, 2});
}

TEST_CASE("a flag that says nothing against a response leaves it in") {
  const DayReport report = report_of({flagged(5, "large-text")});
  CHECK(report.responses == 1);
  CHECK(report.flagged == 0);
}

TEST_CASE("four- and five-point answers keep mean scores of their own") {
  const DayReport report = report_of({answer(5), answer(3), answer(1, 4)});
  CHECK(report.by_scale.at(5).mean_score.mean() == Approx(75));
  CHECK(report.by_scale.at(4).mean_score.mean() == 0);
  CHECK(report.by_scale.at(5).answers == std::map<int, std::int64_t>{{3, 1}, {5, 1}});
}

TEST_CASE("hours are the site's") {
  CHECK(report_of({answer(5)}).hours[13] == Share{1, 1});
}

TEST_CASE("comments are counted, empty ones not") {
  CHECK(report_of({naming(5, {}, "Lovely"), naming(5, {"prices"}), answer(5)}).comments == 1);
}

TEST_CASE("a day without responses is a report of noughts") {
  const DayReport report = report_of({});
  CHECK(report.responses == 0);
  CHECK(report.satisfied.too_few());
  CHECK(report.topics.empty());
  CHECK(report.by_scale.empty());
}

TEST_CASE("a report may be asked for while responses still come in") {
  DayReporter reporter(TimeZone::utc());
  reporter.add(answer(5));
  CHECK(reporter.result().responses == 1);
  reporter.add(answer(4));
  CHECK(reporter.result().responses == 2);
}
