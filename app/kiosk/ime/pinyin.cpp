#include <pinyin.h>

#include <algorithm>

#include "app/kiosk/ime/input_method.h"

namespace farewell::kiosk {
namespace {

/// Nothing is there, so nothing of a user's is read; and as pinyin_save is never called, nothing is written.
constexpr const char* kNoUserFolder = "/nonexistent";

constexpr pinyin_option_t kOptions =
    IS_PINYIN | USE_DIVIDED_TABLE | USE_RESPLIT_TABLE | PINYIN_INCOMPLETE | PINYIN_CORRECT_ALL;

struct CloseContext {
  void operator()(pinyin_context_t* context) const { pinyin_fini(context); }
};
struct FreeInstance {
  void operator()(pinyin_instance_t* instance) const { pinyin_free_instance(instance); }
};

bool is_pinyin(const std::string& letters) {
  return std::ranges::all_of(letters, [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

class Pinyin : public InputMethod {
 public:
  explicit Pinyin(pinyin_context_t* context) : context_(context) {
    pinyin_set_options(context, kOptions);
    instance_.reset(pinyin_alloc_instance(context));
  }

  std::vector<Candidate> candidates(const std::string& composing) override {
    std::vector<Candidate> found;
    if (composing.empty() || composing.size() > kMostComposedBytes || !is_pinyin(composing)) return found;
    parsed_ = pinyin_parse_more_full_pinyins(instance_.get(), composing.c_str());
    if (parsed_ > 0 && pinyin_guess_sentence(instance_.get()) &&
        pinyin_guess_candidates(instance_.get(), 0, kSort)) {
      guint number = 0;
      pinyin_get_n_candidate(instance_.get(), &number);
      for (guint i = 0; i < number && found.size() < kMostCandidates; ++i) add(i, composing, found);
    }
    pinyin_reset(instance_.get());
    return found;
  }

 private:
  static constexpr guint kSort = SORT_BY_PHRASE_LENGTH_AND_PINYIN_LENGTH_AND_FREQUENCY;

  void add(guint number, const std::string& composing, std::vector<Candidate>& found) {
    lookup_candidate_t* candidate = nullptr;
    const char* text = nullptr;
    if (!pinyin_get_candidate(instance_.get(), number, &candidate)) return;
    if (!pinyin_get_candidate_string(instance_.get(), candidate, &text) || text == nullptr) return;
    std::size_t covers = covered_by(candidate);
    // What cannot be read as pinyin at the end goes with the whole: nobody wants it left over.
    if (covers >= parsed_) covers = composing.size();
    const bool known = std::ranges::any_of(found, [&](const Candidate& one) { return one.text == text; });
    if (!known && covers > 0) found.push_back({visit::PrivateText(text), covers});
  }

  /// The library tells only by choosing; the choice is taken back.
  std::size_t covered_by(lookup_candidate_t* candidate) {
    lookup_candidate_type_t type{};
    pinyin_get_candidate_type(instance_.get(), candidate, &type);
    if (type == NBEST_MATCH_CANDIDATE) return parsed_;
    const int end = pinyin_choose_candidate(instance_.get(), 0, candidate);
    pinyin_clear_constraint(instance_.get(), 0);
    return end > 0 ? static_cast<std::size_t>(end) : 0;
  }

  std::unique_ptr<pinyin_context_t, CloseContext> context_;
  std::unique_ptr<pinyin_instance_t, FreeInstance> instance_;
  std::size_t parsed_ = 0;
};

}  // namespace

Result<std::unique_ptr<InputMethod>> open_pinyin() {
  pinyin_context_t* context = pinyin_init(FAREWELL_PINYIN_DATA, kNoUserFolder);
  if (context == nullptr)
    return Error{ErrorCode::unavailable,
                 "libpinyin cannot read its dictionaries; is libpinyin-data installed?",
                 FAREWELL_PINYIN_DATA};
  return std::unique_ptr<InputMethod>(std::make_unique<Pinyin>(context));
}

}  // namespace farewell::kiosk
