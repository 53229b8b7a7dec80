#include "core/treat/key.h"

#include <algorithm>

#include "core/base/base64.h"
#include "core/base/file.h"
#include "core/base/ids.h"
#include "core/base/text.h"

namespace farewell::treat {

Result<Key> load_key(const std::filesystem::path& file) {
  const auto text = read_file(file, 4096);
  if (!text) return text.error();
  const auto bytes = from_base64(trimmed(*text));
  Key key{};
  if (!bytes || bytes->size() != key.size()) {
    return Error{ErrorCode::corrupt,
                 "is no treats' key; on the terminal remove it and start again, at the desk copy it anew",
                 file.string()};
  }
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

Result<Key> load_or_make_key(const std::filesystem::path& file) {
  auto key = load_key(file);
  if (key || key.error().code != ErrorCode::not_found) return key;
  Key made{};
  fill_random(made);
  if (const Status kept = write_file(file, to_base64(made) + "\n"); !kept) return kept.error();
  return made;
}

}  // namespace farewell::treat
