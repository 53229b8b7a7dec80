#include "app/kiosk/screens/key_layouts.h"

namespace farewell::kiosk {
namespace {

constexpr LetterRows kQwerty = {"q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m"};
constexpr LetterRows kQwertyCapitals = {"Q W E R T Y U I O P", "A S D F G H J K L", "Z X C V B N M"};
constexpr LetterRows kSwedish = {"q w e r t y u i o p å", "a s d f g h j k l ö ä", "z x c v b n m"};
constexpr LetterRows kSwedishCapitals = {"Q W E R T Y U I O P Å", "A S D F G H J K L Ö Ä", "Z X C V B N M"};
/// Full width, as they are written between hanzi and kana.
constexpr LetterRows kWideSymbols = {"1 2 3 4 5 6 7 8 9 0", "－ ／ ： ； （ ） 「 」 “ ”",
                                     "？ ！ ～ … % # @ & +"};

constexpr KeyLayout kAddress = {.language = "",
                                .name = "abc",
                                .cased = false,
                                .letters = {"q w e r t y u i o p", "a s d f g h j k l", "_ z x c v b n m"}};

}  // namespace

const std::array<KeyLayout, 21> kLayouts = {{
    {.language = "en", .name = "ABC", .letters = kQwerty, .shifted = kQwertyCapitals},
    {.language = "nb",
     .name = "ABC",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l ø æ", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Ø Æ", "Z X C V B N M"},
     .held = "a à;e é è ê;o ó ò ô"},
    {.language = "da",
     .name = "ABC",
     .letters = {"q w e r t y u i o p å", "a s d f g h j k l æ ø", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P Å", "A S D F G H J K L Æ Ø", "Z X C V B N M"},
     .held = "e é;a á;o ó"},
    {.language = "sv", .name = "ABC", .letters = kSwedish, .shifted = kSwedishCapitals, .held = "e é;a à"},
    {.language = "fi", .name = "ABC", .letters = kSwedish, .shifted = kSwedishCapitals, .held = "s š;z ž"},
    {.language = "de",
     .name = "ABC",
     .letters = {"q w e r t z u i o p ü", "a s d f g h j k l ö ä", "y x c v b n m ß"},
     .shifted = {"Q W E R T Z U I O P Ü", "A S D F G H J K L Ö Ä", "Y X C V B N M ẞ"}},
    {.language = "nl",
     .name = "ABC",
     .letters = kQwerty,
     .shifted = kQwertyCapitals,
     .held = "e é ë è;i ï í;o ó ö;u ü ú;a á ä"},
    {.language = "fr",
     .name = "ABC",
     .letters = {"a z e r t y u i o p", "q s d f g h j k l m", "w x c v b n ’"},
     .shifted = {"A Z E R T Y U I O P", "Q S D F G H J K L M", "W X C V B N ’"},
     .held = "e é è ê ë;a à â æ;u ù û ü;i î ï;o ô œ;c ç;y ÿ"},
    {.language = "es",
     .name = "ABC",
     .letters = {"q w e r t y u i o p", "a s d f g h j k l ñ", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P", "A S D F G H J K L Ñ", "Z X C V B N M"},
     .symbols = {"1 2 3 4 5 6 7 8 9 0", "- / : ; ( ) & @ \" '", "¿ ? ¡ ! % + # * €"},
     .held = "a á;e é;i í;o ó;u ú ü"},
    {.language = "pt",
     .name = "ABC",
     .letters = {"q w e r t y u i o p", "a s d f g h j k l ç", "z x c v b n m"},
     .shifted = {"Q W E R T Y U I O P", "A S D F G H J K L Ç", "Z X C V B N M"},
     .held = "a ã á à â;e é ê;i í;o õ ó ô ò;u ú"},
    {.language = "it",
     .name = "ABC",
     .letters = kQwerty,
     .shifted = kQwertyCapitals,
     .held = "e è é;a à;i ì;o ò ó;u ù"},
    {.language = "pl",
     .name = "ABC",
     .letters = kQwerty,
     .shifted = kQwertyCapitals,
     .held = "a ą;c ć;e ę;l ł;n ń;o ó;s ś;z ż ź"},
    // Q is in no Turkish word; with it the row would be twelve keys wide.
    {.language = "tr",
     .name = "ABC",
     .letters = {"w e r t y u ı o p ğ ü", "a s d f g h j k l ş i", "z x c v b n m ö ç"},
     .shifted = {"W E R T Y U I O P Ğ Ü", "A S D F G H J K L Ş İ", "Z X C V B N M Ö Ç"},
     .held = "w q;a â;i î;u û"},
    {.language = "uk",
     .name = "АБВ",
     .latin_too = true,
     .letters = {"й ц у к е н г ш щ з х", "ф і в а п р о л д ж є", "я ч с м и т ь б ю"},
     .shifted = {"Й Ц У К Е Н Г Ш Щ З Х", "Ф І В А П Р О Л Д Ж Є", "Я Ч С М И Т Ь Б Ю"},
     .held = "г ґ;і ї;ь ’ ʼ"},
    {.language = "ar",
     .name = "أ ب ت",
     .cased = false,
     .latin_too = true,
     .letters = {"ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ذ ء ر ى ة و ز ظ د"},
     .shifted = {"َ ً ُ ٌ ِ ٍ ّ ْ ٰ ؛ ؟", "ئ ؤ أ إ آ ٱ ـ پ چ ڤ گ", "« » : / ( ) ! - …"},
     .symbols = {"1 2 3 4 5 6 7 8 9 0", "- / : ؛ ( ) & @ « »", "؟ ! % + # * = _"},
     .comma = "،",
     .held = "ا أ إ آ ء ٱ;و ؤ;ي ئ ى;ى ئ;ه ة;ب پ;ج چ;ف ڤ;ك گ;1 ١;2 ٢;3 ٣;4 ٤;5 ٥;6 ٦;7 ٧;8 ٨;9 ٩;0 ٠"},
    {.language = "he",
     .name = "אבג",
     .cased = false,
     .latin_too = true,
     .letters = {"׳ ק ר א ט ו ן ם פ ״", "ש ד ג כ ע י ח ל ך ף", "ז ס ב ה נ מ צ ת ץ"},
     .symbols = {"1 2 3 4 5 6 7 8 9 0", "- / : ; ( ) & @ \" '", "? ! ₪ % + # * ־"}},
    // InScript (IS 13194), without its rarest keys.
    {.language = "hi",
     .name = "कखग",
     .cased = false,
     .latin_too = true,
     .letters = {"ौ ै ा ी ू ब ह ग द ज ड", "ो े ् ि ु प र क त च ट", "ृ ं म न व ल स य ़"},
     .shifted = {"औ ऐ आ ई ऊ भ ङ घ ध झ ढ", "ओ ए अ इ उ फ ॉ ख थ छ ठ", "ऋ ँ ण ञ ः ळ श ष ऑ"},
     .stop = "।",
     .held = "ड ढ ड़ ढ़;ढ ढ़;क ख क़ क्ष;ख ख़;ग घ ग़ ङ;च छ;ज झ ज़ ज्ञ ञ;ट ठ;त थ त्र;द ध;न ण ञ;प फ;फ फ़;ब भ;"
             "ल ळ ऌ;स श ष;र ॉ ऋ;े ए ॅ;ए ऍ;ा आ;ि इ;ी ई;ु उ;ू ऊ;ै ऐ;ो ओ ॐ;ओ ॐ;ौ औ;अ ऽ;। . ? !;"
             "1 १;2 २;3 ३;4 ४;5 ५;6 ६;7 ७;8 ८;9 ९;0 ०"},
    // Kedmanee (TIS 820), whose ๆ and ฝ moved up so that no row is wider than eleven keys.
    {.language = "th",
     .name = "กขค",
     .cased = false,
     .latin_too = true,
     .letters = {"ๆ ภ ถ ุ ึ ค ต จ ข ช ฝ", "ไ ำ พ ะ ั ี ร น ย บ ล", "ฟ ห ก ด เ ้ ่ า ส ว ง", "ผ ป แ อ ิ ื ท ม ใ"},
     .shifted = {"๐ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๙ ฦ", "\" ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฐ ฅ", "ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ซ ๅ", "( ) ฉ ฮ ฺ ์ ? ฒ ฬ"},
     .held = "ข ฃ;ค ฅ;า ๅ;ุ ู;1 ๑;2 ๒;3 ๓;4 ๔;5 ๕;6 ๖;7 ๗;8 ๘;9 ๙;0 ๐;โ ๏;ๆ ฯ;ใ ๎"},
    {.language = "zh",
     .name = "拼音",
     .cased = false,
     .latin_too = true,
     .composing = Composing::pinyin,
     .letters = {"q w e r t y u i o p", "a s d f g h j k l", "' z x c v b n m"},
     .symbols = kWideSymbols,
     .comma = "，",
     .stop = "。",
     .held = "， 、 ； ：;。 ？ ！ …"},
    // The table of fifty sounds, あ at the right, as on ticket machines.
    {.language = "ja",
     .name = "あ",
     .cased = false,
     .latin_too = true,
     .composing = Composing::kana,
     .functions = Functions::beside,
     .letters = {"わ ら や ま は な た さ か あ", "を り 、 み ひ に ち し き い",
                 "ん る ゆ む ふ ぬ つ す く う", "ー れ 。 め へ ね て せ け え",
                 "゛ ろ よ も ほ の と そ こ お"},
     .symbols = kWideSymbols,
     .comma = "、",
     .stop = "。",
     .held =
         "あ ぁ;い ぃ ゐ;う ぅ ゔ;え ぇ ゑ;お ぉ;か が;き ぎ;く ぐ;け げ;こ ご;さ ざ;し じ;す ず;せ ぜ;そ ぞ;"
         "た だ;ち ぢ;つ っ づ;て で;と ど;は ば ぱ;ひ び ぴ;ふ ぶ ぷ;へ べ ぺ;ほ ぼ ぽ;や ゃ;ゆ ゅ;よ ょ;"
         "わ ゎ;ー 〜 々 ゝ ゞ;、 ， ・;。 ？ ！ …"},
    {.language = "ko",
     .name = "가나다",
     .cased = false,
     .latin_too = true,
     .composing = Composing::hangul,
     .letters = {"ㅂ ㅈ ㄷ ㄱ ㅅ ㅛ ㅕ ㅑ ㅐ ㅔ", "ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ", "ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ"},
     .shifted = {"ㅃ ㅉ ㄸ ㄲ ㅆ ㅛ ㅕ ㅑ ㅒ ㅖ", "ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ", "ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ"},
     .held = "ㅂ ㅃ;ㅈ ㅉ;ㄷ ㄸ;ㄱ ㄲ;ㅅ ㅆ;ㅐ ㅒ;ㅔ ㅖ"},
}};

const LetterRows kSymbolRows = {"1 2 3 4 5 6 7 8 9 0", "- / : ; ( ) & @ \" '", "? ! + % # * = _ €"};

const std::string_view kHeldEverywhere =
    "a à á â ä æ ã å ā ą ă;c ç ć č;d ð đ ď;e é è ê ë ē ę ė ě;g ğ;i í ì î ï ī į ı;l ł;n ñ ń ň;"
    "o ó ò ô ö œ ø õ ō ő;r ř;s ß ś š ş ș;t ț ť þ;u ú ù û ü ū ů ű;y ý ÿ;z ž ź ż;"
    "ø ö;æ ä;ö ø;ä æ;ü ű;"
    "- – — ·;/ \\ |;( [ {;) ] };& §;\" “ ” „ « »;' ’ ‘;’ ' ‘;? ¿;! ¡;% ‰;€ £ $ ¥ ₺ ₴ ₪ ₹ ฿ ₩;+ ± ×;= ≈ ≠;* "
    "•;# №;0 °;"
    ". ? ! …;, : -;، ؛ :";

const KeyLayout& layout_for(std::string_view language) {
  for (const KeyLayout& layout : kLayouts)
    if (layout.language == language) return layout;
  return kLayouts.front();
}

const KeyLayout& address_layout() {
  return kAddress;
}

}  // namespace farewell::kiosk
