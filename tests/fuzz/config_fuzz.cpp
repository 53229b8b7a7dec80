// A terminal's configuration file, and what its folder and the hub give it.
#include "app/kiosk/runtime/config.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto config = kiosk::parse_config(fuzz::text_of(data, size), "config.json");
  if (!config) fuzz::promise_words(config.error());
  return 0;
}
