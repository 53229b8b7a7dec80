#include "app/hub/control.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "app/hub/log.h"

namespace farewell::hub {

namespace {

namespace fs = std::filesystem;
using asio::local::stream_protocol;
using boost::system::error_code;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kMaxLineBytes = 1u << 20;

/// A short name for the socket whatever the folder's: addresses of sockets hold 107 bytes only.
class SocketPath {
 public:
  explicit SocketPath(const fs::path& folder)
      : folder_(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {}
  ~SocketPath() {
    if (folder_ >= 0) ::close(folder_);
  }
  SocketPath(const SocketPath&) = delete;
  SocketPath& operator=(const SocketPath&) = delete;
  std::string text() const { return "/proc/self/fd/" + std::to_string(folder_) + "/hub.sock"; }

 private:
  int folder_;
};

std::string reply_to(const Result<std::string>& outcome) {
  if (outcome.ok()) return Json{{"value", *outcome}}.dump() + "\n";
  const Error& error = outcome.error();
  return Json{{"code", static_cast<int>(error.code)}, {"message", error.message}, {"context", error.context}}
             .dump() +
         "\n";
}

asio::awaitable<void> answer(Hub& hub, stream_protocol::socket socket) {
  std::string line;
  auto [failed, count] =
      co_await asio::async_read_until(socket, asio::dynamic_buffer(line, kMaxLineBytes), '\n', kWait);
  if (failed) co_return;
  const auto command = parse_command(std::string_view(line).substr(0, count));
  Result<std::string> outcome = Error{ErrorCode::invalid, "cannot be read", "hub.sock"};
  if (command.ok()) {
    const Command asked = *command;
    const std::int64_t now = hub.clock.utc_ms();
    const auto question = [asked, now](Store& store) { return carry_out(asked, store, now); };
    outcome = co_await hub.ask(question);
    if (outcome.ok() && asked.name == "token-revoke") hub.sessions.close_all(asked.site, asked.value);
    if (outcome.ok()) log(asked.name + " for site " + in_quotes(asked.site) + " was carried out");
  }
  const std::string reply = reply_to(outcome);
  co_await asio::async_write(socket, asio::buffer(reply), kWait);
}

asio::awaitable<void> accept(Hub& hub, stream_protocol::acceptor acceptor) {
  while (true) {
    auto [failed, socket] = co_await acceptor.async_accept(kWait);
    if (failed) co_return;
    const auto executor = acceptor.get_executor();
    asio::co_spawn(executor, answer(hub, std::move(socket)), asio::detached);
  }
}

Result<std::string> read_reply(const std::string& line) {
  const auto document = parse_json(line, "hub.sock", {.max_bytes = kMaxLineBytes, .max_depth = 2});
  if (!document.ok())
    return Error{ErrorCode::unavailable, "the hub ended before it answered; try again", "hub.sock"};
  JsonReader reader(*document);
  if (reader.has("value")) return reader.string("value");
  const auto code = static_cast<ErrorCode>(reader.integer("code", 0, static_cast<int>(ErrorCode::internal)));
  return Error{code, reader.string("message"), reader.string("context")};
}

}  // namespace

Status listen_for_commands(asio::io_context& io, Hub& hub, const fs::path& folder) {
  const SocketPath path(folder);
  ::unlink(
      path.text()
          .c_str());  // of a hub that was killed; a living one holds the database, which was opened first
  stream_protocol::acceptor acceptor(io);
  error_code failed;
  acceptor.open(stream_protocol(), failed);
  const mode_t mask = ::umask(0177);
  if (!failed) acceptor.bind(stream_protocol::endpoint(path.text()), failed);
  ::umask(mask);
  if (!failed) acceptor.listen(16, failed);
  if (failed)
    return Error{ErrorCode::unavailable, "cannot be made: " + failed.message(), folder / "hub.sock"};
  asio::co_spawn(io, accept(hub, std::move(acceptor)), asio::detached);
  return {};
}

std::optional<Result<std::string>> ask_serving_hub(const fs::path& folder, const Command& command) {
  const SocketPath path(folder);
  asio::io_context io;
  stream_protocol::socket socket(io);
  error_code failed;
  socket.connect(stream_protocol::endpoint(path.text()), failed);
  if (failed) return std::nullopt;
  const std::string line = to_json(command).dump() + "\n";
  asio::write(socket, asio::buffer(line), failed);
  std::string reply;
  if (!failed) asio::read_until(socket, asio::dynamic_buffer(reply, kMaxLineBytes), '\n', failed);
  return read_reply(reply);
}

}  // namespace farewell::hub
