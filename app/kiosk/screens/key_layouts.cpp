#include "app/kiosk/screens/key_layouts.h"

namespace farewell::kiosk {
namespace {

constexpr std::array<KeyLayout, 8> kLayouts = {{
    {.language = "en",
     .letters = {"q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P", "A S D F G H J K L", "Z X C V B N M"}},
    {.language = "nb",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l ø æ", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Ø Æ", "Z X C V B N M"}},
    {.language = "da",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l æ ø", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Æ Ø", "Z X C V B N M"}},
    {.language = "sv",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l ö ä", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Ö Ä", "Z X C V B N M"}},
    {.language = "fi",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l ö ä", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Ö Ä", "Z X C V B N M"}},
    {.language = "de",
     .letters = {"q w e r t z u i o p ü", "a s d f g h j k l ö ä", "y x c v b n m ß"},
     .shifted = {"Q W E R T Z U I O P Ü", "A S D F G H J K L Ö Ä", "Y X C V B N M ẞ"}},
    {.language = "ar",
     .cased = false,
     .letters = {"ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ذ ء ر ى ة و ز ظ د"},
     .shifted = {"ض ص ث ق ف غ ع ه خ ح ج", "ش س ئ ب إ أ آ ن م ك ط", "ذ ء ر ى ة ؤ ز ظ د"},
     .comma = "،"},
    {.language = "ja",
     .cased = false,
     .letters = {"あ い う え お か き く け こ", "さ し す せ そ た ち つ て と", "な に ぬ ね の ー ゛"},
     .shifted = {"は ひ ふ へ ほ ま み む め も", "や ゆ よ ら り る れ ろ わ を", "ん ！ ？ 「 」 ー ゛"},
     .comma = "、",
     .stop = "。"},
}};

}  // namespace

const LetterRows kSymbolRows = {"1 2 3 4 5 6 7 8 9 0", "- / : ; ( ) & @ \" '", "? ! + % # * = _"};
const LetterRows kAddressRows = {"q w e r t y u i o p", "a s d f g h j k l", "_ z x c v b n m"};

const KeyLayout& layout_for(std::string_view language) {
  for (const KeyLayout& layout : kLayouts)
    if (layout.language == language) return layout;
  return kLayouts.front();
}

}  // namespace farewell::kiosk
