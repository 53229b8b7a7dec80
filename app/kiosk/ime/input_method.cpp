#include "app/kiosk/ime/input_method.h"

namespace farewell::kiosk {

Result<std::unique_ptr<InputMethod>> open_input_method(std::string_view language) {
  if (language == "zh") return open_pinyin();
  if (language == "ja") return open_kana_kanji();
  return Error{ErrorCode::not_found, "there is an input method for zh and ja only", std::string(language)};
}

}  // namespace farewell::kiosk
