// A treat's code as somebody types it: normalising twice is normalising once, and no made-up code is good.
#include "core/treat/code.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto code = treat::normalise_code(fuzz::text_of(data, size));
  if (!code) {
    fuzz::promise_words(code.error());
    return 0;
  }
  const auto again = treat::normalise_code(*code);
  fuzz::promise(again.ok() && *again == *code, "normalising twice is normalising once");
  static const treat::Key key{9, 8, 7};
  static const Day day = *parse_day("2026-11-21");
  if (const auto serial = treat::serial_of(*code, key, day)) {
    fuzz::promise(treat::make_code(key, day, *serial) == *code, "only what the key made is good");
  }
  return 0;
}
