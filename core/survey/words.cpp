#include <algorithm>
#include <utility>

#include "core/survey/language.h"
#include "core/survey/tag.h"

namespace farewell::survey {
namespace {

const Language* find_language(const std::vector<Language>& languages, std::string_view tag) {
  const auto at = std::find_if(languages.begin(), languages.end(),
                               [tag](const Language& language) { return language.tag == tag; });
  return at != languages.end() ? &*at : nullptr;
}

/// What is said in exactly this language: the survey's own texts over those of the file.
std::map<std::string, std::string> texts_in(const Survey& survey, const std::vector<Language>& languages,
                                            const std::string& tag) {
  std::map<std::string, std::string> texts;
  if (const auto own = survey.texts.find(tag); own != survey.texts.end()) texts = own->second;
  if (const Language* language = find_language(languages, tag)) {
    texts.insert(language->texts.begin(), language->texts.end());
  }
  return texts;
}

}  // namespace

const Language* language_for(const std::vector<Language>& languages, std::string_view tag) {
  for (; !tag.empty(); tag = shorter_tag(tag)) {
    if (const Language* language = find_language(languages, tag)) return language;
  }
  return nullptr;
}

Words::Words(const Survey& survey, const std::vector<Language>& languages, std::string tag)
    : tag_(std::move(tag)) {
  for (const std::string& start : {tag_, survey.default_language, std::string("en")}) {
    for (std::string_view at = start; !at.empty(); at = shorter_tag(at)) {
      for (auto& [key, text] : texts_in(survey, languages, std::string(at)))
        texts_.emplace(key, Text{std::move(text), std::string(at)});
    }
  }
  const Language* language = language_for(languages, tag_);
  right_to_left_ = language && language->right_to_left;
}

bool Words::has(std::string_view key) const {
  return texts_.find(key) != texts_.end();
}

std::string Words::say(std::string_view key, const Arguments& arguments) const {
  const auto text = texts_.find(key);
  return text != texts_.end() ? filled(text->second.text, text->second.tag, arguments) : std::string(key);
}

}  // namespace farewell::survey
