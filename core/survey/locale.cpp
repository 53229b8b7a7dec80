#include "core/survey/locale.h"

namespace farewell::survey {

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  locale.setKeywordValue("numbers", "latn", status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

}  // namespace farewell::survey
