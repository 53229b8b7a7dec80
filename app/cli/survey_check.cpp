// farewell survey check: what is wrong in a survey, and which words are missing in which language.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/command.h"
#include "core/base/assets.h"
#include "core/base/file.h"
#include "core/survey/language.h"
#include "core/survey/review.h"
#include "core/survey/survey.h"

namespace farewell::cli {
namespace {

struct Options {
  std::string survey;
  std::string languages = assets_folder() / "languages";
};

void print(const std::string& language, const char* what, const std::vector<std::string>& keys) {
  if (keys.empty()) return;
  std::cout << language << ", " << what << ":";
  for (const auto& key : keys) std::cout << " " << key;
  std::cout << "\n";
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

Status run(const Options& options) {
  const auto text = read_file(options.survey);
  if (!text.ok()) return text.error();
  const auto survey = survey::parse_survey(*text, options.survey);
  if (!survey.ok()) return survey.error();
  const auto languages = survey::load_languages(options.languages);
  if (!languages.ok()) return languages.error();

  const survey::Review found = survey::review(*survey, *languages);
  std::size_t count = 0;
  for (const auto& [language, wants] : found.wants) {
    print(language, "missing", wants.missing);
    print(language, "in Farewell's words, not in yours", wants.ours);
    count += wants.missing.size();
  }
  for (const auto& fault : found.faults) std::cout << fault << "\n";
  if (count == 0 && found.faults.empty()) {
    std::cout << "sound, and complete in every language\n";
    return {};
  }
  return Error{ErrorCode::invalid,
               counted(count, "text is", "texts are") + " missing and " +
                   counted(found.faults.size(), "is", "are") +
                   " not to be used, listed above; mend them under \"texts\" in the survey",
               options.survey};
}

}  // namespace

Command survey_check(CLI::App& app) {
  auto* survey = app.add_subcommand("survey", "Looks at a survey");
  auto* check =
      survey->add_subcommand("check", "Names what is wrong, then what is missing in which language");
  const auto options = std::make_shared<Options>();
  check->add_option("FILE", options->survey, "The survey")->required();
  check->add_option("--languages", options->languages, "The folder of languages")
      ->capture_default_str()
      ->type_name("DIR");
  return {check, [options] { return run(*options); }};
}

}  // namespace farewell::cli
