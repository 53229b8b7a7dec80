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
#include "core/base/private_memory.h"

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
sigset_t awaited_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
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

std::string url_of(const Serve& wish, int port) {
  const std::string& host = wish.host;
  const bool is_v6 = host.find(':') != std::string::npos;
  return (wish.tls_cert.empty() ? "http://" : "https://") + (is_v6 ? "[" + host + "]" : host) + ":" +
         std::to_string(port);
}

ServiceSettings settings_of(const std::filesystem::path& data, const Serve& wish) {
  ServiceSettings settings;
  settings.data = data;
  settings.host = wish.host;
  settings.port = wish.port;
  settings.server.max_connections_per_address = wish.connections_per_address;
  settings.server.trusted_proxy = wish.behind_proxy;
  if (!wish.tls_cert.empty()) settings.tls = TlsFiles{wish.tls_cert, wish.tls_key};
  return settings;
}

/// The next signal; 0 after half the watchdog's time without one.
int next_signal(const sigset_t& signals) {
  std::uint64_t watched_us = 0;
  if (sd_watchdog_enabled(0, &watched_us) <= 0) return sigwaitinfo(&signals, nullptr);
  const auto half_us = static_cast<std::int64_t>(watched_us / 2);
  const timespec half{half_us / 1'000'000, half_us % 1'000'000 * 1000};
  const int signal = sigtimedwait(&signals, nullptr, &half);
  return signal > 0 ? signal : 0;
}

void read_certificate_again(Service& service) {
  const Status read = service.reload_tls();
  log(read.ok() ? "read its files again" : read.error().text() + "; the one from before stays in use");
}

void run_until_told_to_end(Service& service, const sigset_t& signals) {
  while (true) {
    const int signal = next_signal(signals);
    if (signal == SIGTERM || signal == SIGINT) return;
    if (signal == SIGHUP) read_certificate_again(service);
    if (service.responds()) sd_notify(0, "WATCHDOG=1");
  }
}

int serve(const std::filesystem::path& data, const Serve& wish) {
  const sigset_t signals = awaited_signals();
  raise_descriptor_limit();
  const SystemClock clock;
  auto service = Service::start(settings_of(data, wish), clock);
  if (!service.ok()) return failed(service.error());
  log("ready on " + url_of(wish, (*service)->port()));
  sd_notify(0, "READY=1");
  run_until_told_to_end(**service, signals);
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
  if constexpr (!kIsSanitized) keep_memory_private();
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
