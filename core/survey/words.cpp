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

std::string filled(std::string_view text, const Arguments& arguments) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    result += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == text.npos) return result += text;
    const auto argument = arguments.find(std::string(text.substr(1, close - 1)));
    result += argument != arguments.end() ? std::string_view(argument->second) : text.substr(0, close + 1);
    text.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace

Words::Words(const Survey& survey, const std::vector<Language>& languages, std::string tag)
    : tag_(std::move(tag)) {
  for (const std::string& start : {tag_, survey.default_language, std::string("en")}) {
    for (std::string_view at = start; !at.empty(); at = shorter_tag(at)) {
      for (auto& [key, text] : texts_in(survey, languages, std::string(at))) texts_.emplace(key, text);
    }
  }
  for (std::string_view at = tag_; !at.empty(); at = shorter_tag(at)) {
    if (const Language* language = find_language(languages, at)) {
      right_to_left_ = language->right_to_left;
      break;
    }
  }
}

bool Words::has(std::string_view key) const {
  return texts_.find(key) != texts_.end();
}

std::string Words::say(std::string_view key, const Arguments& arguments) const {
  const auto text = texts_.find(key);
  return text != texts_.end() ? filled(text->second, arguments) : std::string(key);
}

std::map<std::string, std::vector<std::string>> missing_texts(const Survey& survey,
                                                              const std::vector<Language>& languages) {
  std::vector<std::string> wanted;
  if (const Language* english = find_language(languages, "en")) {
    for (const auto& item : english->texts) wanted.push_back(item.first);
  }
  for (const Topic& topic : survey.topics) wanted.push_back("topic." + topic.id);
  for (const std::string& key : needed_texts(survey.surprises)) wanted.push_back(key);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());

  std::map<std::string, std::vector<std::string>> missing;
  for (const std::string& tag : survey.languages) {
    std::map<std::string, std::string> texts;
    for (std::string_view at = tag; !at.empty(); at = shorter_tag(at))
      texts.merge(texts_in(survey, languages, std::string(at)));
    for (const std::string& key : wanted) {
      if (texts.count(key) == 0) missing[tag].push_back(key);
    }
  }
  return missing;
}

}  // namespace farewell::survey
