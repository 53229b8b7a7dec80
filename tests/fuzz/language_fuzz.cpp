// A language file, and its texts as messages with numbers in them.
#include "core/survey/language.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto language = survey::parse_language(fuzz::text_of(data, size), "language.json");
  if (!language) {
    fuzz::promise_words(language.error());
    return 0;
  }
  const std::vector<survey::Language> languages = {*language};
  const survey::Survey survey = survey::default_survey();
  const survey::Words words(survey, languages, language->tag);
  for (const auto& [key, text] : language->texts) words.say(key, {{"n", 3}, {"count", 1}});
  return 0;
}
