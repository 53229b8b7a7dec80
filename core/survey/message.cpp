#include "core/survey/message.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <vector>

#include "core/survey/locale.h"

namespace farewell::survey {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;

/// ICU quotes with apostrophes; doubled, each is itself.
UnicodeString pattern_of(std::string_view text) {
  std::string doubled;
  for (const char c : text) doubled.append(c == '\'' ? 2 : 1, c);
  return UnicodeString::fromUTF8(doubled);
}

std::string utf8(const UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// `text` with its plurals chosen and its numbers written; holes for texts stay as they are.
std::string with_numbers(std::string_view text, std::string_view tag, const Arguments& arguments) {
  std::vector<UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) continue;
    names.push_back(UnicodeString::fromUTF8(name));
    values.emplace_back(*number);
  }
  if (names.empty()) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(pattern_of(text), locale_of(tag), status);
  UnicodeString result;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result, status);
  return U_SUCCESS(status) ? utf8(result) : std::string(text);
}

/// Not by ICU: what a guest typed is copied no oftener than it must be.
std::string with_texts(std::string_view text, const Arguments& arguments) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    result += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == text.npos) return result += text;
    const auto argument = arguments.find(std::string(text.substr(1, close - 1)));
    const auto* filling = argument != arguments.end() ? std::get_if<std::string>(&argument->second) : nullptr;
    result += filling ? std::string_view(*filling) : text.substr(0, close + 1);
    text.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace

std::string filled(std::string_view text, std::string_view tag, const Arguments& arguments) {
  if (text.find('{') == text.npos) return std::string(text);
  return with_texts(with_numbers(text, tag, arguments), arguments);
}

Result<std::set<std::string>> holes(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const MessagePattern pattern(pattern_of(text), &where, status);
  if (U_FAILURE(status)) {
    return Error{ErrorCode::invalid, "has braces that do not pair, or a plural without an \"other\" form",
                 std::string(text)};
  }
  std::set<std::string> names;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) names.insert(utf8(pattern.getSubstring(part)));
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) {
      return Error{ErrorCode::invalid, "has a hole with a number, must be a name like {n}",
                   std::string(text)};
    }
  }
  return names;
}

std::map<std::string, std::set<std::string>> plural_forms(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const MessagePattern pattern(pattern_of(text), nullptr, status);
  std::map<std::string, std::set<std::string>> forms;
  if (U_FAILURE(status)) return forms;
  for (std::int32_t i = 0; i + 1 < pattern.countParts(); ++i) {
    const MessagePattern::Part& start = pattern.getPart(i);
    if (start.getType() != UMSGPAT_PART_TYPE_ARG_START || start.getArgType() != UMSGPAT_ARG_TYPE_PLURAL)
      continue;
    std::set<std::string>& found = forms[utf8(pattern.getSubstring(pattern.getPart(i + 1)))];
    for (std::int32_t form = i + 2; form < pattern.getLimitPartIndex(i); ++form) {
      const MessagePattern::Part& part = pattern.getPart(form);
      if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) form = pattern.getLimitPartIndex(form);
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) found.insert(utf8(pattern.getSubstring(part)));
    }
  }
  return forms;
}

}  // namespace farewell::survey
