#include <malloc.h>

#include "app/kiosk/picture.h"
#include "app/kiosk/run.h"
#include "app/kiosk/runtime/options.h"
#include "core/base/assets.h"
#include "core/base/private_memory.h"

namespace {

using namespace farewell::kiosk;

int carry_out(const Leave& leave) {
  return leave.exit_code;
}
int carry_out(const RunOptions& options) {
  return run(options, farewell::assets_folder());
}
int carry_out(const RenderOptions& options) {
  return make_picture(options, farewell::assets_folder());
}

/// Pictures are megabytes, and go back to the system when they are dropped. Left to itself the C library
/// learns from the first that is freed to keep the next ones, in pieces between what is small.
void give_back_large_memory() {
  constexpr int kLargeBytes = 256 << 10;
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
}

}  // namespace

int main(int argc, char** argv) {
  give_back_large_memory();
  if constexpr (!farewell::kIsSanitized) farewell::keep_memory_private();
  return std::visit([](const auto& options) { return carry_out(options); }, read_options(argc, argv));
}
