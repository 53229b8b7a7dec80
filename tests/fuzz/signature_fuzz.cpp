// Signature headers: whatever they say, nothing verifies that was not signed with the key.
#include "core/wire/signature.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto parameters = wire::read_parameters(text);
  if (!parameters) fuzz::promise_words(parameters.error());
  // Three headers, parted by line feeds, over a body that somebody else signed.
  const std::size_t first = text.find('\n'), second = text.find('\n', first == text.npos ? first : first + 1);
  if (second == text.npos) return 0;
  const wire::Signed fields{std::string(text.substr(0, first)),
                            std::string(text.substr(first + 1, second - first - 1)),
                            std::string(text.substr(second + 1))};
  static const wire::Key key{1, 2, 3, 4, 5};
  const Status verified = wire::verify_request({"POST", "/v1/batches", "", "{}"}, fields, key);
  fuzz::promise(!verified.ok(), "nothing verifies that the key did not sign");
  fuzz::promise_words(verified.error());
  return 0;
}
