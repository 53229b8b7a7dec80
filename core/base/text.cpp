#include "core/base/text.h"

#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace farewell {
namespace {

struct CloseCaseMap {
  void operator()(UCaseMap* map) const { ucasemap_close(map); }
};

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

/// Walks the grapheme boundaries of one text. Opening ICU's rules is slow, so each thread keeps an iterator.
class Graphemes {
 public:
  explicit Graphemes(std::string_view utf8) : iterator_(of_this_thread()) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    ubrk_setUText(iterator_, &text_, &status);
    if (U_FAILURE(status)) std::abort();  // only memory can be missing
  }
  /// The iterator keeps a copy of the last stretch it saw, which may be private: it is given nothing instead.
  ~Graphemes() {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, "", 0, &status);
    ubrk_setUText(iterator_, &text_, &status);
    utext_close(&text_);
  }
  Graphemes(const Graphemes&) = delete;
  Graphemes& operator=(const Graphemes&) = delete;

  /// The next boundary in bytes, or UBRK_DONE.
  int next() { return ubrk_next(iterator_); }
  int last_but_one() {
    ubrk_last(iterator_);
    return ubrk_previous(iterator_);
  }

 private:
  static UBreakIterator* of_this_thread() {
    thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
      UErrorCode status = U_ZERO_ERROR;
      std::unique_ptr<UBreakIterator, CloseIterator> opened(
          ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
      if (U_FAILURE(status)) std::abort();  // the rules are linked in
      return opened;
    }();
    return iterator.get();
  }

  UText text_ = UTEXT_INITIALIZER;
  UBreakIterator* iterator_;
};

std::int32_t size_of(std::string_view text) {
  assert(text.size() <= INT32_MAX);
  return static_cast<std::int32_t>(text.size());
}

// ICU's macros narrow int to a byte, which it masks first.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

/// The code point that begins at `at`, which moves behind it; negative if ill-formed.
UChar32 next_code_point(std::string_view utf8, std::int32_t& at) {
  UChar32 c = 0;
  U8_NEXT(utf8.data(), at, size_of(utf8), c);
  return c;
}

/// The code point that ends at `at`, which moves before it; negative if ill-formed.
UChar32 previous_code_point(std::string_view utf8, std::int32_t& at) {
  UChar32 c = 0;
  U8_PREV(utf8.data(), 0, at, c);
  return c;
}

#pragma GCC diagnostic pop

bool is_white_space(UChar32 c) {
  return c >= 0 && u_isUWhiteSpace(c) != 0;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const std::int32_t end = size_of(text);
  for (std::int32_t at = 0; at < end;) {
    if (next_code_point(text, at) < 0) return false;
  }
  return true;
}

std::size_t grapheme_count(std::string_view utf8) {
  Graphemes graphemes(utf8);
  std::size_t count = 0;
  while (graphemes.next() != UBRK_DONE) ++count;
  return count;
}

std::string_view grapheme_prefix(std::string_view utf8, std::size_t count) {
  Graphemes graphemes(utf8);
  int end = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int next = graphemes.next();
    if (next == UBRK_DONE) return utf8;
    end = next;
  }
  return utf8.substr(0, static_cast<std::size_t>(end));
}

std::string_view without_last_grapheme(std::string_view utf8) {
  Graphemes graphemes(utf8);
  const int end = graphemes.last_but_one();
  return end == UBRK_DONE ? std::string_view{} : utf8.substr(0, static_cast<std::size_t>(end));
}

std::string in_capitals(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, CloseCaseMap> map(ucasemap_open("", 0, &status));
  std::string capitals(3 * utf8.size(), '\0');  // no character grows further
  const std::int32_t size = ucasemap_utf8ToUpper(map.get(), capitals.data(), size_of(capitals), utf8.data(),
                                                 size_of(utf8), &status);
  if (U_FAILURE(status)) return std::string(utf8);
  capitals.resize(static_cast<std::size_t>(size));
  return capitals;
}

bool begins_with_mark(std::string_view utf8) {
  if (utf8.empty()) return false;
  std::int32_t at = 0;
  const UChar32 first = next_code_point(utf8, at);
  return first >= 0 && (U_GET_GC_MASK(first) & U_GC_M_MASK) != 0;
}

std::string_view trimmed(std::string_view utf8) {
  std::int32_t begin = 0;
  std::int32_t end = size_of(utf8);
  for (std::int32_t at = begin; at < end; begin = at) {
    if (!is_white_space(next_code_point(utf8, at))) break;
  }
  for (std::int32_t at = end; at > begin; end = at) {
    if (!is_white_space(previous_code_point(utf8, at))) break;
  }
  return utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

}  // namespace farewell
