#include "app/kiosk/runtime/sealing.h"

#include <sodium.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/base64.h"

namespace farewell::kiosk {

static_assert(crypto_box_PUBLICKEYBYTES == sizeof(wire::Key));

Result<std::string> seal_contact(const wire::Key& sealing_key, visit::ContactBy by,
                                 visit::PrivateText contact) {
  if (sodium_init() < 0) return Error{ErrorCode::internal, "libsodium did not start", "contact"};
  nlohmann::json json = {{"by", by == visit::ContactBy::phone ? "phone" : "email"}};
  json["contact"] = static_cast<const std::string&>(contact);
  std::string plain = json.dump();
  std::vector<std::uint8_t> sealed(plain.size() + crypto_box_SEALBYTES);
  const int failed = crypto_box_seal(sealed.data(), reinterpret_cast<const unsigned char*>(plain.data()),
                                     plain.size(), sealing_key.data());
  visit::wipe(plain);
  visit::wipe(json["contact"].get_ref<std::string&>());
  if (failed != 0)
    return Error{ErrorCode::internal, "the hub's sealing key is not a key; enrol again", "contact"};
  return to_base64(sealed);
}

}  // namespace farewell::kiosk
