#include "app/hub/secrets.h"

#include <sodium.h>

#include "core/base/base64.h"
#include "core/base/ids.h"

namespace farewell::hub {

wire::Key new_key() {
  wire::Key key{};
  fill_random(key);
  return key;
}

std::string new_secret() {
  return to_base64url(new_key());
}

Hash hash_of(std::string_view text) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return hash;
}

bool same(const Hash& a, const Hash& b) {
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace farewell::hub
