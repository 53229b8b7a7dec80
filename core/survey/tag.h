// What language tags look like, and which is the next wider one. Not which languages exist (language.h).
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell::survey {

/// True for a language, and perhaps a script and a region, in their usual case: "en", "zh-Hans", "de-CH".
/// Source: BCP 47 (RFC 5646, 2.1); variants and extensions are left out.
bool is_language_tag(std::string_view tag);

/// The tag that says less: "zh-Hans" of "zh-Hans-TW"; empty after the last. Source: RFC 4647, 3.4.
std::string_view shorter_tag(std::string_view tag);

/// The tag under which Farewell has the language: "nb" for "no", "zh-Hans" for "zh" and "zh-CN", "zh-Hant"
/// for "zh-TW"; any other is itself. Source: CLDR's supplemental likelySubtags and languageAlias.
std::string preferred_tag(std::string_view tag);

}  // namespace farewell::survey
