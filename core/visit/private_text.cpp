#include "core/visit/private_text.h"

#include <string.h>

namespace farewell::visit {

void wipe(std::string& text) {
  text.resize(text.capacity());  // what an earlier, longer text left behind goes too
  explicit_bzero(text.data(), text.size());
  text.clear();
}

[[gnu::noinline]] void wipe_stack() {
  char below[256 * 1024];
  explicit_bzero(below, sizeof below);
}

PrivateText& PrivateText::operator=(const PrivateText& other) {
  if (this == &other) return *this;
  wipe();
  assign(other);
  return *this;
}

PrivateText& PrivateText::operator=(PrivateText&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  assign(other);
  other.wipe();
  return *this;
}

}  // namespace farewell::visit
