#include "core/base/assets.h"

namespace farewell {

std::filesystem::path assets_folder() {
  return FAREWELL_ASSETS;
}

}  // namespace farewell
