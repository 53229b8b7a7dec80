// A survey: what is accepted is the same after writing and reading it once more.
#include "core/base/json.h"
#include "core/survey/survey.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto survey = survey::parse_survey(fuzz::text_of(data, size), "survey.json");
  if (!survey) {
    fuzz::promise_words(survey.error());
    return 0;
  }
  const std::string written = survey::to_json(*survey).dump();
  const auto again = survey::parse_survey(written, "again");
  fuzz::promise(again.ok(), "what was accepted is accepted again");
  fuzz::promise(survey::to_json(*again).dump() == written, "writing and reading changes nothing");
  return 0;
}
