// A shop's theme, laid over ours as it lies in a folder: what is accepted can be read on every ground.
#include "app/kiosk/ui/theme.h"
#include "core/base/assets.h"
#include "core/base/file.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temp_dir.h"

using namespace farewell;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const testing::TempDir shop;
  fuzz::promise(write_file(shop / "theme.json", fuzz::text_of(data, size)).ok(), "a folder takes a file");
  for (const kiosk::Mood mood : {kiosk::Mood::day, kiosk::Mood::night}) {
    const auto theme = kiosk::load_theme(assets_folder(), mood, shop.path());
    if (theme)
      fuzz::promise(kiosk::check_contrasts(*theme).ok(), "what is accepted can be read");
    else
      fuzz::promise_words(theme.error());
  }
  return 0;
}
