#include "app/kiosk/platform/kana.h"

#include <mecab.h>

#include <memory>
#include <string_view>

namespace farewell::kiosk {
namespace {

constexpr int kPronunciation = 8;  // of the IPA dictionary's nine columns

/// Up to 9,999 as it is written in kanji, which the dictionary can read: 148 is 百四十八. Longer ones are
/// said digit by digit.
std::string in_kanji(std::string_view digits) {
  static constexpr std::string_view kDigits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static constexpr std::string_view kPlaces[] = {"", "十", "百", "千"};
  const bool spelled = digits.size() > 4 || (digits.size() > 1 && digits.front() == '0');
  std::string written;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto digit = static_cast<std::size_t>(digits[i] - '0');
    const std::size_t place = digits.size() - 1 - i;
    if (spelled || digits.size() == 1) {
      written += kDigits[digit];
    } else if (digit != 0) {
      if (digit != 1 || place == 0) written += kDigits[digit];
      written += kPlaces[place];
    }
  }
  return written;
}

std::string with_written_numbers(const std::string& text) {
  std::string written;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", i), text.size());
    if (end > i) {
      written += in_kanji(std::string_view(text).substr(i, end - i));
      i = end;
    } else {
      written += text[i++];
    }
  }
  return written;
}

/// The column of a line of comma-separated values; empty: it has no such column.
std::string_view column(std::string_view line, int which) {
  for (; which > 0; --which) {
    const auto comma = line.find(',');
    if (comma == std::string_view::npos) return {};
    line.remove_prefix(comma + 1);
  }
  return line.substr(0, line.find(','));
}

}  // namespace

Result<std::string> in_kana(const std::string& text) {
  const std::unique_ptr<mecab_t, void (*)(mecab_t*)> mecab(mecab_new2(""), mecab_destroy);
  const mecab_dictionary_info_t* dictionary = mecab ? mecab_dictionary_info(mecab.get()) : nullptr;
  if (dictionary == nullptr || std::string_view(dictionary->charset) != "UTF-8")
    return Error{ErrorCode::unavailable,
                 "Japanese cannot be read aloud without a dictionary; install mecab-ipadic-utf8", "speech"};
  const std::string written = with_written_numbers(text);
  std::string kana;
  for (const mecab_node_t* node = mecab_sparse_tonode2(mecab.get(), written.data(), written.size());
       node != nullptr; node = node->next) {
    if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
    const std::string_view said = column(node->feature, kPronunciation);
    kana += said.empty() || said == "*" ? std::string_view(node->surface, node->length) : said;
    kana += ' ';
  }
  return kana;
}

}  // namespace farewell::kiosk
