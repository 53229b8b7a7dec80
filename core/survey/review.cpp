#include "core/survey/review.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "core/survey/message.h"
#include "core/survey/tag.h"

namespace farewell::survey {
namespace {

using Texts = std::map<std::string, std::string>;

/// Keys that a survey makes: its topics, its facts, what only the shop can say.
constexpr std::array<std::string_view, 3> kMade = {"topic.", "fact.", "shop."};

const Texts& english(const std::vector<Language>& languages) {
  static const Texts kNone;
  const Language* language = language_for(languages, "en");
  return language ? language->texts : kNone;
}

std::set<std::string> wanted_keys(const Survey& survey, const std::vector<Language>& languages) {
  std::set<std::string> keys;
  for (const auto& item : english(languages)) keys.insert(item.first);
  for (const Topic& topic : survey.topics) keys.insert("topic." + topic.id);
  for (const std::string& key : needed_texts(survey.surprises)) keys.insert(key);
  for (const auto& [tag, texts] : survey.texts) {
    for (const auto& item : texts) keys.insert(item.first);
  }
  return keys;
}

bool has_own(const Survey& survey, std::string_view tag, const std::string& key) {
  for (; !tag.empty(); tag = shorter_tag(tag)) {
    const auto own = survey.texts.find(std::string(tag));
    if (own != survey.texts.end() && own->second.count(key) != 0) return true;
  }
  return false;
}

bool anyone_has_own(const Survey& survey, const std::string& key) {
  return std::any_of(survey.texts.begin(), survey.texts.end(),
                     [&key](const auto& item) { return item.second.count(key) != 0; });
}

Wants wants_of(const std::string& tag, const std::set<std::string>& keys, const Survey& survey,
               const std::vector<Language>& languages) {
  Wants wants;
  const Language* language = language_for(languages, tag);
  for (const std::string& key : keys) {
    if (has_own(survey, tag, key)) continue;
    if (!language || language->texts.count(key) == 0) {
      wants.missing.push_back(key);
    } else if (anyone_has_own(survey, key)) {
      wants.ours.push_back(key);
    }
  }
  return wants;
}

std::string listed(const std::set<std::string>& names) {
  if (names.empty()) return "none";
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "{" : ", {") + name + "}";
  return list;
}

/// The shop's text under `key` cannot be meant: why; empty if it can.
std::string fault_of(const std::string& key, const std::string& text, const Texts& english) {
  const auto ours = english.find(key);
  if (ours == english.end()) {
    const bool made = std::any_of(kMade.begin(), kMade.end(),
                                  [&key](std::string_view start) { return key.starts_with(start); });
    return made ? "" : "no screen says it";
  }
  const auto filled = holes(ours->second), found = holes(text);
  if (!filled || !found) return "";
  for (const std::string& name : *found) {
    if (filled->count(name) == 0) return "nobody fills {" + name + "}; there is " + listed(*filled);
  }
  return "";
}

}  // namespace

Review review(const Survey& survey, const std::vector<Language>& languages) {
  Review made;
  const std::set<std::string> keys = wanted_keys(survey, languages);
  for (const std::string& tag : survey.languages) {
    Wants wants = wants_of(tag, keys, survey, languages);
    if (!wants.missing.empty() || !wants.ours.empty()) made.wants.emplace(tag, std::move(wants));
  }
  for (const auto& [tag, texts] : survey.texts) {
    for (const auto& [key, text] : texts) {
      const std::string fault = fault_of(key, text, english(languages));
      if (!fault.empty()) made.faults.push_back("texts." + tag + "." + key + ": " + fault);
    }
  }
  return made;
}

}  // namespace farewell::survey
