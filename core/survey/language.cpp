#include "core/survey/language.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/survey/tag.h"

namespace farewell::survey {
namespace {

constexpr std::size_t kMaxTextBytes = 1000;

bool read_direction(JsonReader& reader) {
  const std::string direction = reader.string("direction");
  if (direction != "ltr" && direction != "rtl") reader.fault("direction", "must be ltr or rtl");
  return direction == "rtl";
}

Result<Language> load_language(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  auto language = parse_language(*text, path.string());
  if (language && language->tag != path.stem()) {
    return Error{ErrorCode::invalid,
                 "holds the language \"" + language->tag + "\", rename it to " + language->tag + ".json",
                 path.string()};
  }
  return language;
}

}  // namespace

Result<Language> parse_language(std::string_view text, std::string name) {
  const auto document = parse_json(text, std::move(name));
  if (!document) return document.error();
  JsonReader reader(*document);
  Language language;
  language.tag = reader.string("tag");
  if (!is_language_tag(language.tag)) reader.fault("tag", "must be a language tag like nb or zh-Hans");
  language.endonym = reader.string("endonym", 1, 80);
  language.right_to_left = read_direction(reader);
  JsonReader texts = reader.object("texts");
  for (const std::string& key : texts.keys()) {
    language.texts[key] = texts.string(key.c_str(), 1, kMaxTextBytes);
    if (const auto found = holes(language.texts[key]); !found)
      texts.fault(key.c_str(), found.error().message);
  }
  if (const Status status = reader.done(); !status) return status.error();
  return language;
}

Result<std::vector<Language>> load_languages(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<Language> languages;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() != ".json") continue;
    auto language = load_language(entry->path());
    if (!language) return language.error();
    languages.push_back(*std::move(language));
  }
  if (error) {
    return Error{ErrorCode::not_found, "the folder of languages cannot be read: " + error.message(),
                 folder.string()};
  }
  std::sort(languages.begin(), languages.end(),
            [](const Language& a, const Language& b) { return a.tag < b.tag; });
  return languages;
}

}  // namespace farewell::survey
