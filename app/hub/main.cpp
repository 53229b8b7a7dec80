// farewell-hub: serves a data folder, or carries out one command on it.
#include <sodium.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "app/hub/control.h"
#include "app/hub/log.h"
#include "app/hub/options.h"
#include "app/hub/service.h"
#include "app/hub/store/sqlite_store.h"

namespace {

using namespace farewell;
using namespace farewell::hub;

constexpr int kDone = 0;
constexpr int kFailed = 1;

int failed(const Error& error) {
  log(error.text());
  return kFailed;
}

/// Blocked in every thread, and waited for by this one.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

/// As many connections as the system lets this program have.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::string url_of(const std::string& host, int port) {
  const bool is_v6 = host.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

int serve(const std::filesystem::path& data, const Serve& wish) {
  const sigset_t signals = ending_signals();
  raise_descriptor_limit();
  const SystemClock clock;
  ServiceSettings settings;
  settings.data = data;
  settings.host = wish.host;
  settings.port = wish.port;
  settings.server.max_connections_per_address = wish.connections_per_address;
  auto service = Service::start(settings, clock);
  if (!service.ok()) return failed(service.error());
  log("ready on " + url_of(wish.host, (*service)->port()));
  sd_notify(0, "READY=1");
  int signal = 0;
  sigwait(&signals, &signal);
  sd_notify(0, "STOPPING=1");
  (*service)->stop();
  return kDone;
}

Result<std::string> command(const std::filesystem::path& data, const Command& wish) {
  if (auto answered = ask_serving_hub(data, wish)) return *std::move(answered);
  auto store = open_sqlite_store(data);
  if (!store.ok()) return store.error();
  return carry_out(wish, **store, SystemClock().utc_ms());
}

}  // namespace

int main(int argc, char** argv) {
  umask(0077);
  const auto parsed = parse_options(argc, argv);
  if (const int* status = std::get_if<int>(&parsed)) return *status;
  if (sodium_init() < 0) return failed({ErrorCode::internal, "libsodium does not start", ""});
  const Options& options = std::get<Options>(parsed);
  if (const auto* wish = std::get_if<Serve>(&options.wish)) return serve(options.data, *wish);
  const auto said = command(options.data, std::get<Command>(options.wish));
  if (!said.ok()) return failed(said.error());
  std::cout << *said << std::endl;
  return std::cout.good() ? kDone : kFailed;
}
