#include "app/hub/http/tls.h"

namespace farewell::hub {

namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

Error unusable(const error_code& why, const std::filesystem::path& file, const char* what) {
  return {ErrorCode::invalid, std::string("cannot be used as ") + what + ": " + why.message(), file};
}

}  // namespace

Result<std::shared_ptr<ssl::context>> load_tls(const TlsFiles& files) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  error_code failed;
  context->set_options(ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::no_compression,
                       failed);
  if (failed) return unusable(failed, files.certificate, "TLS's settings");
  SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
  context->use_certificate_chain_file(files.certificate.string(), failed);
  if (failed) return unusable(failed, files.certificate, "--tls-cert");
  context->use_private_key_file(files.key.string(), ssl::context::pem, failed);  // checks that it fits, too
  if (failed) return unusable(failed, files.key, "--tls-key");
  return context;
}

}  // namespace farewell::hub
