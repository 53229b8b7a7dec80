// A terminal's data folder with a real journal in it.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "core/base/file.h"
#include "core/journal/journal.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

inline wire::Response answer(const std::string& started_at, const std::string& comment = "") {
  const Instant instant = parse_rfc3339(started_at).value();
  wire::Response response;
  response.id = new_uuid_v7(instant.utc_ms);
  response.survey_id = "default";
  response.language = "en";
  response.started_at_utc_ms = instant.utc_ms;
  response.started_at_offset_minutes = instant.offset_minutes;
  response.clock = {"0191e4a2-7f3b-4c7d-9a35-2f6f5b7e8c11", 1000, true};
  response.satisfaction = {4, 5};
  if (!comment.empty()) response.change = wire::Change{{}, comment};
  return response;
}

class Shop {
 public:
  Shop() { journal_ = journal::Journal::open(journal_file(), journal::Mode::own).value(); }

  std::string journal_file() const { return folder_ / "journal.sqlite"; }
  std::string file(const std::string& name) const { return folder_ / name; }
  journal::Journal& journal() { return *journal_; }

  void answered(const std::string& started_at, const std::string& comment = "") {
    REQUIRE(journal_->finish(answer(started_at, comment)).ok());
  }
  void is_in(const std::string& zone) {
    REQUIRE(write_file(file("enrolment.json"),
                       R"({"hub":"https://hub","enrolment":{"site":{"time_zone":")" + zone + "\"}}}")
                .ok());
  }

 private:
  TempDir folder_;
  std::unique_ptr<journal::Journal> journal_;
};

}  // namespace farewell::testing
