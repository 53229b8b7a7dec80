#include <anthy/anthy.h>

#include <algorithm>
#include <array>
#include <optional>

#include "app/kiosk/ime/input_method.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

struct ReleaseContext {
  void operator()(anthy_context* context) const { anthy_release_context(context); }
};

bool is_kana(std::string_view letters) {
  for (std::string_view rest = letters; !rest.empty();) {
    const std::string_view letter = grapheme_prefix(rest, 1);
    const bool hiragana = letter.size() == 3 && letter >= "ぁ" && letter <= "ゖ";
    if (!hiragana && letter != "ー") return false;
    rest.remove_prefix(letter.size());
  }
  return true;
}

class KanaKanji : public InputMethod {
 public:
  KanaKanji() : context_(anthy_create_context()) {
    anthy_context_set_encoding(context_.get(), ANTHY_UTF8_ENCODING);
  }

  std::vector<Candidate> candidates(const std::string& composing) override {
    std::vector<Candidate> found;
    if (composing.empty() || composing.size() > kMostComposedBytes || !is_kana(composing)) return found;
    anthy_conv_stat all{};
    if (anthy_set_string(context_.get(), composing.c_str()) == 0 &&
        anthy_get_stat(context_.get(), &all) == 0 && all.nr_segment > 0) {
      add(found, whole(all.nr_segment, 0), composing.size());
      add_first_segment(found, composing);
    }
    add(found, composing, composing.size());
    if (all.nr_segment > 0) add(found, whole(all.nr_segment, NTH_KATAKANA_CANDIDATE), composing.size());
    anthy_reset_context(context_.get());
    return found;
  }

 private:
  static void add(std::vector<Candidate>& found, const std::optional<std::string>& text, std::size_t covers) {
    if (!text || text->empty()) return;
    const bool known = std::ranges::any_of(found, [&](const Candidate& one) { return one.text == *text; });
    if (!known) found.push_back({visit::PrivateText(*text), covers});
  }

  std::optional<std::string> segment(int which, int candidate) {
    std::array<char, 1024> text{};
    const int size = anthy_get_segment(context_.get(), which, candidate, text.data(), text.size());
    if (size < 0 || static_cast<std::size_t>(size) >= text.size()) return std::nullopt;
    return std::string(text.data());
  }

  /// All segments, each as its candidate of this number.
  std::optional<std::string> whole(int segments, int candidate) {
    std::string all;
    for (int i = 0; i < segments; ++i) {
      const auto part = segment(i, candidate);
      if (!part) return std::nullopt;
      all += *part;
    }
    return all;
  }

  void add_first_segment(std::vector<Candidate>& found, const std::string& composing) {
    anthy_segment_stat first{};
    if (anthy_get_segment_stat(context_.get(), 0, &first) != 0) return;
    const auto kana = static_cast<std::size_t>(std::max(first.seg_len, 0));
    const std::size_t covers = grapheme_prefix(composing, kana).size();
    for (int i = 0; i < first.nr_candidate && found.size() + 2 < kMostCandidates; ++i)
      add(found, segment(0, i), covers);
  }

  std::unique_ptr<anthy_context, ReleaseContext> context_;
};

}  // namespace

/// Without a name there is no personality, and no home to keep one in: anthy reads and writes no words of a
/// user's. Nothing is ever committed to it, so that it learns nothing either.
Result<std::unique_ptr<InputMethod>> open_kana_kanji() {
  anthy_conf_override("HOME", "/nonexistent");
  if (anthy_init() != 0)
    return Error{ErrorCode::unavailable, "anthy cannot read its dictionary; is anthy-common installed?",
                 "ja"};
  anthy_set_personality("");
  return std::unique_ptr<InputMethod>(std::make_unique<KanaKanji>());
}

}  // namespace farewell::kiosk
