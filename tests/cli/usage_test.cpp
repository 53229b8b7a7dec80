#include <algorithm>

#include "program.h"

using namespace farewell::testing;

namespace {

void is_wrong_usage(const std::vector<std::string>& arguments, const std::string& names) {
  const Ran ran = run_farewell(arguments);
  INFO(ran.err);
  CHECK(ran.exit == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err.find(names) != std::string::npos);
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

}  // namespace

TEST_CASE("--help and --version are answered on standard output") {
  CHECK(run_farewell({"--version"}).out == "farewell " FAREWELL_VERSION "\n");
  const Ran help = run_farewell({"--help"});
  CHECK(help.exit == 0);
  for (const char* command : {"export", "journal", "survey"})
    CHECK(help.out.find(command) != std::string::npos);
  CHECK(run_farewell({"export", "--help"}).out.find("--preset") != std::string::npos);
}

TEST_CASE("wrong usage is exit status 2 and one line that names what is wrong") {
  is_wrong_usage({}, "no command");
  is_wrong_usage({"exprot"}, "exprot");
  is_wrong_usage({"export", "--format", "csv"}, "journal");
  is_wrong_usage({"export", "--journal", "j"}, "--format");
  is_wrong_usage({"export", "--journal", "j", "--format", "xlsx"}, "xlsx");
  is_wrong_usage({"export", "--journal", "j", "--format", "csv", "--preset", "excel"}, "excel-semicolon");
  is_wrong_usage({"export", "--journal", "j", "--hub", "https://h", "--token-file", "t", "--format", "csv"},
                 "hub");
  is_wrong_usage({"export", "--hub", "https://h", "--format", "csv"}, "--token-file");
  is_wrong_usage({"export", "--journal", "j", "--format", "csv", "--from", "2026-11-21"}, "--to");
  is_wrong_usage({"export", "--journal", "j", "--format", "csv", "--day", "2026-02-30"}, "2026-02-30");
  is_wrong_usage({"journal"}, "no command");
  is_wrong_usage({"journal", "chekc"}, "chekc");
  is_wrong_usage({"journal", "check"}, "FILE");
}

TEST_CASE("days the wrong way round are wrong usage") {
  is_wrong_usage(
      {"export", "--journal", "j", "--format", "csv", "--from", "2026-11-22", "--to", "2026-11-21"},
      "before");
}
