#include "core/survey/tag.h"

#include <algorithm>

namespace farewell::survey {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_language(std::string_view part) {
  return (part.size() == 2 || part.size() == 3) && std::all_of(part.begin(), part.end(), is_lower);
}

bool is_script(std::string_view part) {
  return part.size() == 4 && is_upper(part[0]) && std::all_of(part.begin() + 1, part.end(), is_lower);
}

bool is_region(std::string_view part) {
  return (part.size() == 2 && std::all_of(part.begin(), part.end(), is_upper)) ||
         (part.size() == 3 && std::all_of(part.begin(), part.end(), is_digit));
}

/// Takes the part up to the next hyphen off `rest`.
std::string_view take_part(std::string_view& rest) {
  const std::size_t hyphen = std::min(rest.find('-'), rest.size());
  const std::string_view part = rest.substr(0, hyphen);
  rest.remove_prefix(std::min(hyphen + 1, rest.size()));
  return part;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  if (tag.ends_with('-')) return false;
  if (!is_language(take_part(tag))) return false;
  if (tag.empty()) return true;
  std::string_view part = take_part(tag);
  if (is_script(part)) {
    if (tag.empty()) return true;
    part = take_part(tag);
  }
  return is_region(part) && tag.empty();
}

std::string_view shorter_tag(std::string_view tag) {
  const std::size_t hyphen = tag.rfind('-');
  return hyphen == tag.npos ? std::string_view{} : tag.substr(0, hyphen);
}

std::string preferred_tag(std::string_view tag) {
  std::string_view rest = tag;
  const std::string_view language = take_part(rest);
  if (language == "no") return "nb";
  if (language == "iw") return "he";
  if (language != "zh" || is_script(rest.substr(0, rest.find('-')))) return std::string(tag);
  const bool traditional = rest == "TW" || rest == "HK" || rest == "MO";
  return traditional ? "zh-Hant" : "zh-Hans";
}

}  // namespace farewell::survey
