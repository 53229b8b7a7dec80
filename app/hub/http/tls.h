// TLS by the hub itself: a certificate and its key as a context for connections. Behind a proxy that speaks
// TLS none is needed. Any thread.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>

#include "core/base/result.h"

namespace farewell::hub {

struct TlsFiles {
  std::filesystem::path certificate;  ///< PEM, with those between it and the root after it
  std::filesystem::path key;          ///< PEM
};

/// TLS 1.2 and later. Errors: invalid, with the file that cannot be read or does not fit.
Result<std::shared_ptr<boost::asio::ssl::context>> load_tls(const TlsFiles& files);

}  // namespace farewell::hub
