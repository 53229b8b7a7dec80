// A customer's contact, closed so that only the hub opens it. Source: libsodium, sealed boxes (X25519,
// XSalsa20-Poly1305). Any thread.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/visit/visit.h"
#include "core/wire/signature.h"

namespace farewell::kiosk {

/// Base64 of a sealed box holding `{"by":"phone"|"email","contact":…}`. What was plain is overwritten here.
/// Errors: internal, for a key that is none.
Result<std::string> seal_contact(const wire::Key& sealing_key, visit::ContactBy by,
                                 visit::PrivateText contact);

}  // namespace farewell::kiosk
