#include "app/hub/service.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <future>
#include <optional>
#include <thread>

#include "app/hub/control.h"
#include "app/hub/hub.h"
#include "app/hub/log.h"
#include "app/hub/routes/routes.h"
#include "app/hub/store/sqlite_store.h"

namespace farewell::hub {

namespace {

constexpr std::chrono::seconds kFinishWithin{10};
constexpr std::chrono::seconds kRespondWithin{2};

Status make_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  const bool is_new = std::filesystem::create_directories(folder, failed);
  if (is_new) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  if (failed) return Error{ErrorCode::unavailable, "cannot be made: " + failed.message(), folder};
  return {};
}

}  // namespace

// Destroyed from the last to the first: what coroutines refer to outlives the I/O context that holds them.
struct Service::Parts {
  Parts(std::unique_ptr<Store> store, std::optional<TlsFiles> files, const Clock& clock)
      : tls(std::move(files)), hub(std::move(store), clock) {}

  /// `task` on the I/O thread; false if it did not come to it within `at_most`.
  bool runs(std::function<void()> task, std::chrono::seconds at_most) {
    auto done = std::make_shared<std::promise<void>>();
    std::future<void> end = done->get_future();
    asio::post(*io, [task = std::move(task), done] {
      task();
      done->set_value();
    });
    return end.wait_for(at_most) == std::future_status::ready;
  }

  const std::optional<TlsFiles> tls;
  Hub hub;
  Router router;
  std::optional<asio::io_context> io{std::in_place, 1};
  std::optional<Server> server;
  std::thread io_thread;
  int port = 0;
  bool has_stopped = false;
};

Service::Service(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Service::~Service() {
  stop();
}

int Service::port() const {
  return parts_->port;
}
const Router& Service::router() const {
  return parts_->router;
}

Result<std::unique_ptr<Service>> Service::start(ServiceSettings settings, const Clock& clock) {
  if (const Status made = make_folder(settings.data); !made.ok()) return made.error();
  auto store = open_sqlite_store(settings.data);
  if (!store.ok()) return store.error();
  auto parts = std::make_unique<Parts>(*std::move(store), settings.tls, clock);
  if (const Status added = add_routes(parts->router, parts->hub, settings.assets); !added.ok())
    return added.error();
  if (const Status told = listen_for_commands(*parts->io, parts->hub, settings.data); !told.ok())
    return told.error();
  parts->server.emplace(*parts->io, parts->router, settings.server, parts->hub.metrics);
  if (settings.tls) {
    auto tls = load_tls(*settings.tls);
    if (!tls.ok()) return tls.error();
    parts->server->use_tls(*std::move(tls));
  }
  const auto port = parts->server->listen(settings.host, settings.port);
  if (!port.ok()) return port.error();
  parts->port = *port;
  asio::io_context& io = *parts->io;
  parts->io_thread = std::thread([&io] { io.run(); });
  return std::unique_ptr<Service>(new Service(std::move(parts)));
}

Status Service::reload_tls() {
  if (!parts_->tls) return {};
  auto tls = load_tls(*parts_->tls);
  if (!tls.ok()) return tls.error();
  Server& server = *parts_->server;
  parts_->runs([&server, tls = *std::move(tls)] { server.use_tls(tls); }, kRespondWithin);
  return {};
}

bool Service::responds() {
  return parts_->runs([] {}, kRespondWithin);
}

void Service::stop() {
  Parts& parts = *parts_;
  if (std::exchange(parts.has_stopped, true)) return;
  auto drained = std::make_shared<std::promise<void>>();
  std::future<void> end = drained->get_future();
  asio::post(*parts.io, [&parts, drained] {
    parts.hub.is_stopping = true;
    parts.hub.help_waiters.tell_all();
    parts.server->stop([drained] { drained->set_value(); });
  });
  if (end.wait_for(kFinishWithin) != std::future_status::ready) log("some requests did not finish in time");
  parts.io->stop();
  parts.io_thread.join();
  parts.hub.pool.join();
  parts.hub.store.stop();
  const StoreThread::Counts counts = parts.hub.store.counts();
  log("ended; stored " + std::to_string(counts.batches) + " batches of " + std::to_string(counts.responses) +
      " responses in " + std::to_string(counts.commits) + " commits");
}

}  // namespace farewell::hub
