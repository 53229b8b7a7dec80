// A batch as terminals send it: every response that is taken is the same after writing and reading it once
// more, and so it is what an export gives back.
#include "core/wire/batch.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;

namespace {

void hold(const wire::BatchItem& item) {
  if (const auto* fault = std::get_if<Error>(&item.response)) return fuzz::promise_words(*fault);
  const std::string written = wire::to_json(std::get<wire::Response>(item.response)).dump();
  const auto again = wire::parse_response(written, "again");
  fuzz::promise(again.ok(), "a response that was taken is taken again");
  fuzz::promise(wire::to_json(*again).dump() == written, "writing and reading changes nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto batch = wire::parse_batch(fuzz::text_of(data, size));
  if (!batch) {
    fuzz::promise_words(batch.error());
    return 0;
  }
  fuzz::promise(batch->items.size() <= wire::kMaxBatchResponses, "no more than a batch may hold");
  for (std::size_t i = 0; i < batch->items.size(); ++i) {
    fuzz::promise(batch->items[i].seq == batch->items[0].seq + static_cast<std::int64_t>(i),
                  "ascending by one");
    hold(batch->items[i]);
  }
  return 0;
}
