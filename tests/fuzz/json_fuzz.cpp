// JSON: what is accepted is what another parser reads too, and never has a key twice; what is refused says on
// which line.
#include "core/base/json.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto document = parse_json(text, "text");
  if (!document) {
    fuzz::promise_words(document.error());
    return 0;
  }
  fuzz::promise(Json::accept(text), "what is accepted is JSON");
  const std::string written = document->root.dump();
  const auto again = parse_json(written, "again");
  fuzz::promise(again.ok() && again->root == document->root, "writing and reading changes nothing");
  return 0;
}
