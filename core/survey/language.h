// A language's words: texts by key, and the order in which a missing one is looked for elsewhere.
// Not shaping (app/kiosk/ui/type.h). Values; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/survey/message.h"
#include "core/survey/survey.h"

namespace farewell::survey {

/// One file of assets/languages:
/// `{"tag":"nb","endonym":"Norsk","direction":"ltr","texts":{"welcome.thanks":…}}`.
struct Language {
  std::string tag;      ///< BCP 47: "en", "zh-Hans"
  std::string endonym;  ///< its name in itself
  bool right_to_left = false;
  std::map<std::string, std::string> texts;
};

Result<Language> parse_language(std::string_view text, std::string name);

/// Every *.json in `folder`, ordered by tag. Errors: the first file that does not parse.
Result<std::vector<Language>> load_languages(const std::filesystem::path& folder);

/// The language that speaks for `tag`: its own, else that of a shorter tag ("de" for "de-CH"), else null.
const Language* language_for(const std::vector<Language>& languages, std::string_view tag);

/// The words of one survey in one language. A key is looked for in: the survey's own texts in the language,
/// the language's file, the survey's texts in the default language, the default language's file, English.
/// Each language is asked with its shorter tags: "de-CH", then "de". So a guest's language comes before the
/// shop's.
class Words {
 public:
  Words(const Survey& survey, const std::vector<Language>& languages, std::string tag);

  const std::string& tag() const { return tag_; }
  bool right_to_left() const { return right_to_left_; }
  bool has(std::string_view key) const;
  /// The text with its placeholders filled; the key itself if nobody has it, which a test forbids.
  std::string say(std::string_view key, const Arguments& arguments = {}) const;

 private:
  std::string tag_;
  bool right_to_left_ = false;
  struct Text {
    std::string text;
    std::string tag;  ///< the language it is in: its plurals are chosen by that one's rules
  };
  std::map<std::string, Text, std::less<>> texts_;  ///< already merged
};

}  // namespace farewell::survey
