#include <sys/stat.h>

#include <algorithm>

#include "core/base/clock.h"
#include "program.h"
#include "shop.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

Ran export_plain(const Shop& shop, std::vector<std::string> more) {
  std::vector<std::string> arguments = {"export",   "--journal", shop.journal_file(), "--format", "csv",
                                        "--preset", "plain"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_farewell(arguments);
}

std::ptrdiff_t rows(const Ran& ran) {
  return std::count(ran.out.begin(), ran.out.end(), '\n') - 1;
}

}  // namespace

TEST_CASE("a day's responses come out of a journal that the terminal has open") {
  Shop shop;
  shop.answered("2026-11-21T16:03:51+01:00", "More light");
  const Ran ran = export_plain(shop, {"--day", "2026-11-21", "--time-zone", "Europe/Oslo"});
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find("2026-11-21T16:03:51+01:00") != std::string::npos);
  CHECK(ran.out.find("More light") != std::string::npos);
}

TEST_CASE("exporting changes nothing in the journal") {
  Shop shop;
  shop.answered("2026-11-21T16:03:51+01:00");
  const std::string before = bytes_of(shop.journal_file());
  CHECK(export_plain(shop, {"--day", "2026-11-21"}).exit == 0);
  CHECK(bytes_of(shop.journal_file()) == before);
}

TEST_CASE("the day begins and ends at the site's midnight, by the enrolment beside the journal") {
  Shop shop;
  shop.is_in("Pacific/Auckland");
  shop.answered("2026-11-21T00:00:00+13:00");
  shop.answered("2026-11-21T23:59:59+13:00");
  shop.answered("2026-11-22T00:00:00+13:00");
  CHECK(rows(export_plain(shop, {"--day", "2026-11-21"})) == 2);
}

TEST_CASE("a zone that was asked for goes before the site's") {
  Shop shop;
  shop.is_in("Pacific/Auckland");
  shop.answered("2026-11-21T12:00:00Z");
  CHECK(rows(export_plain(shop, {"--day", "2026-11-21", "--time-zone", "UTC"})) == 1);
  CHECK(rows(export_plain(shop, {"--day", "2026-11-21"})) == 0);
}

TEST_CASE("the last of several days is included") {
  Shop shop;
  for (const char* day : {"19", "20", "21", "22"})
    shop.answered(std::string("2026-11-") + day + "T12:00:00Z");
  CHECK(rows(export_plain(shop, {"--from", "2026-11-20", "--to", "2026-11-21", "--time-zone", "UTC"})) == 2);
}

TEST_CASE("without a day it is today") {
  Shop shop;
  shop.answered(to_rfc3339_utc(SystemClock().utc_ms()));
  shop.answered("2001-01-01T12:00:00Z");
  // Should midnight pass in between, the second try is on the new day as a whole.
  CHECK((rows(export_plain(shop, {"--time-zone", "UTC"})) == 1 ||
         SystemClock().utc_ms() % 86'400'000 < 60'000));
}

TEST_CASE("--out is a file that only its owner may read") {
  Shop shop;
  shop.answered("2026-11-21T12:00:00Z");
  const std::string file = shop.file("answers.json");
  const Ran ran = run_farewell({"export", "--journal", shop.journal_file(), "--format", "json", "--day",
                                "2026-11-21", "--time-zone", "UTC", "--out", file});
  CHECK(ran.exit == 0);
  CHECK(ran.out.empty());
  CHECK(Json::parse(bytes_of(file)).size() == 1);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("an export that fails leaves the old file and nothing beside it") {
  Shop shop;
  const std::string file = shop.file("answers.csv");
  REQUIRE(write_file(file, "yesterday's").ok());
  const Ran ran = run_farewell({"export", "--journal", shop.file("nowhere.sqlite"), "--format", "csv",
                                "--time-zone", "UTC", "--out", file});
  CHECK(ran.exit == 1);
  CHECK(bytes_of(file) == "yesterday's");
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(file).parent_path())) {
    CHECK(entry.path().string().find("answers.csv.") == std::string::npos);
  }
}

TEST_CASE("a failure is one line that names the file") {
  const Ran ran = run_farewell(
      {"export", "--journal", "/nowhere/journal.sqlite", "--format", "csv", "--time-zone", "UTC"});
  CHECK(ran.exit == 1);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("/nowhere/journal.sqlite") != std::string::npos);
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

TEST_CASE("an unknown zone is named") {
  Shop shop;
  const Ran ran = export_plain(shop, {"--time-zone", "Europe/Atlantis"});
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("Europe/Atlantis") != std::string::npos);
}

TEST_CASE("an enrolment that cannot be read is told, not passed over") {
  Shop shop;
  REQUIRE(write_file(shop.file("enrolment.json"), "{").ok());
  const Ran ran = export_plain(shop, {});
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("enrolment.json") != std::string::npos);
  CHECK(ran.err.find("--time-zone") != std::string::npos);
}
