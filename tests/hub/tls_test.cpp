// The hub speaking TLS itself: the real program, certificates by openssl, asked by curl.
#include <catch2/catch.hpp>

#include "tests/support/hub_program.h"
#include "tests/support/temp_dir.h"

using namespace farewell::testing;

namespace {

struct Secured {
  TempDir base;
  TempDir outputs;
  std::string data = base / "hub", cert = base / "cert.pem", key = base / "key.pem";

  Secured() {
    std::filesystem::create_directory(data);
    certify("first");
  }
  void certify(const std::string& name) const {
    const Said said = run_program(
        "/usr/bin/openssl",
        {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert},
        base.path());
    INFO(said.err);
    REQUIRE(said.exit == 0);
  }
  std::vector<std::string> options() const { return {"--tls-cert", cert, "--tls-key", key}; }
  Said curl(int port, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"--silent", "--show-error", "--cacert", cert, "--max-time", "20"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.push_back("https://127.0.0.1:" + std::to_string(port) + "/healthz");
    return run_program("/usr/bin/curl", arguments, base.path());
  }
  /// Until the hub's log has `line`.
  void wait_for_log(const std::string& line) const {
    for (int tries = 0; tries < 2000 && text_of(outputs / "err").find(line) == std::string::npos; ++tries) {
      ::usleep(10'000);
    }
    REQUIRE(text_of(outputs / "err").find(line) != std::string::npos);
  }
};

}  // namespace

TEST_CASE("with a certificate the hub speaks TLS, and curl trusts it by that certificate") {
  const Secured shop;
  HubProgram hub(FAREWELL_HUB, shop.data, shop.outputs.path(), shop.options());
  const Said said = shop.curl(hub.port());
  INFO(said.err);
  CHECK(said.exit == 0);
  CHECK(said.out == R"({"status":"ok"})");
}

TEST_CASE("TLS before 1.2 is refused") {
  const Secured shop;
  HubProgram hub(FAREWELL_HUB, shop.data, shop.outputs.path(), shop.options());
  CHECK(shop.curl(hub.port(), {"--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT:@SECLEVEL=0"}).exit ==
        35);
  CHECK(shop.curl(hub.port(), {"--tls-max", "1.2"}).exit == 0);
}

TEST_CASE("plain HTTP on a TLS port gets no reply and hurts nobody") {
  const Secured shop;
  HubProgram hub(FAREWELL_HUB, shop.data, shop.outputs.path(), shop.options());
  const Said plain = run_program(
      "/usr/bin/curl",
      {"--silent", "--max-time", "20", "http://127.0.0.1:" + std::to_string(hub.port()) + "/healthz"},
      shop.base.path());
  CHECK(plain.exit != 0);
  CHECK(plain.out.empty());
  CHECK(shop.curl(hub.port()).exit == 0);
}

TEST_CASE("on SIGHUP the hub takes a renewed certificate without ending") {
  const Secured shop;
  HubProgram hub(FAREWELL_HUB, shop.data, shop.outputs.path(), shop.options());
  REQUIRE(shop.curl(hub.port()).exit == 0);
  shop.certify("second");
  CHECK(shop.curl(hub.port()).exit == 60);
  ::kill(hub.pid(), SIGHUP);
  shop.wait_for_log("read its files again");
  CHECK(shop.curl(hub.port()).exit == 0);
}

TEST_CASE("a broken renewal is told, and the certificate from before stays in use") {
  const Secured shop;
  HubProgram hub(FAREWELL_HUB, shop.data, shop.outputs.path(), shop.options());
  const std::string good = text_of(shop.cert);
  std::ofstream(shop.cert) << "nothing of the kind";
  ::kill(hub.pid(), SIGHUP);
  shop.wait_for_log("the one from before stays in use");
  std::ofstream(shop.cert) << good;
  CHECK(shop.curl(hub.port()).exit == 0);
}

TEST_CASE("a key that does not fit its certificate is named at the start") {
  const Secured shop;
  const std::string cert = text_of(shop.cert);
  shop.certify("second");
  std::ofstream(shop.cert) << cert;
  std::vector<std::string> arguments{"serve", "--data", shop.data, "--listen", "127.0.0.1:0"};
  for (const std::string& one : shop.options()) arguments.push_back(one);
  const Said said = run_program(FAREWELL_HUB, arguments, shop.base.path());
  CHECK(said.exit == 1);
  CHECK(said.err.find("key.pem: cannot be used as --tls-key") != std::string::npos);
}

TEST_CASE("a certificate without a key is wrong usage") {
  const Secured shop;
  CHECK(run_program(FAREWELL_HUB, {"serve", "--data", shop.data, "--tls-cert", shop.cert}, shop.base.path())
            .exit == 2);
}
