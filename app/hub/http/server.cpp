#include "app/hub/http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "app/hub/http/book.h"
#include "app/hub/http/connection.h"
#include "app/hub/log.h"

namespace farewell::hub {

namespace {

using asio::ip::tcp;
using boost::system::error_code;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAfterFailedAccept{100};

}  // namespace

using BookPointer = std::shared_ptr<ServerBook>;

struct Accepting {
  static asio::awaitable<void> converse(BookPointer book, tcp::socket socket, std::string address) {
    Connection connection{boost::beast::tcp_stream(std::move(socket)), address};
    book->connections.insert(&connection);
    ++book->metrics.connections;
    co_await serve(connection, *book);
    --book->metrics.connections;
    book->connections.erase(&connection);
    if (--book->by_address[address] == 0) book->by_address.erase(address);
    if (book->is_stopping && book->connections.empty() && book->drained) book->drained();
  }

  static bool has_room(const ServerBook& book, const std::string& address) {
    if (static_cast<int>(book.connections.size()) >= book.settings.max_connections) return false;
    if (address == book.settings.trusted_proxy) return true;
    const auto found = book.by_address.find(address);
    return found == book.by_address.end() || found->second < book.settings.max_connections_per_address;
  }

  static void take(const BookPointer& book, tcp::socket socket) {
    error_code gone;
    const tcp::endpoint peer = socket.remote_endpoint(gone);
    if (gone) return;
    const std::string address = peer.address().to_string();
    if (!has_room(*book, address)) {
      ++book->metrics.connections_refused;
      return;  // closes it
    }
    socket.set_option(tcp::no_delay(true), gone);
    ++book->by_address[address];
    asio::co_spawn(book->acceptor.get_executor(), converse(book, std::move(socket), address), asio::detached);
  }

  static asio::awaitable<void> accept(BookPointer book) {
    asio::steady_timer pause(book->acceptor.get_executor());
    while (!book->is_stopping) {
      auto [failed, socket] = co_await book->acceptor.async_accept(kWait);
      if (!failed) {
        take(book, std::move(socket));
        continue;
      }
      if (book->is_stopping) co_return;
      log("a connection could not be accepted: " + failed.message());
      pause.expires_after(kAfterFailedAccept);
      co_await pause.async_wait(kWait);
    }
  }
};

Server::Server(asio::io_context& io, const Router& router, ServerSettings settings, Metrics& metrics)
    : book_(std::make_shared<ServerBook>(io, router, std::move(settings), metrics)) {}

Server::~Server() = default;

Result<int> Server::listen(const std::string& host, int port) {
  error_code failed;
  const auto address = asio::ip::make_address(host, failed);
  if (failed) return Error{ErrorCode::invalid, "is not an address; give one like 127.0.0.1:8480", host};
  const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(port));
  tcp::acceptor& acceptor = book_->acceptor;
  acceptor.open(endpoint.protocol(), failed);
  if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed) acceptor.bind(endpoint, failed);
  if (!failed) acceptor.listen(1024, failed);
  if (failed) {
    return Error{ErrorCode::unavailable,
                 "cannot be listened on: " + failed.message() + "; choose another --listen",
                 host + ":" + std::to_string(port)};
  }
  asio::co_spawn(acceptor.get_executor(), Accepting::accept(book_), asio::detached);
  return acceptor.local_endpoint().port();
}

void Server::use_tls(std::shared_ptr<asio::ssl::context> tls) {
  book_->tls = std::move(tls);
}

void Server::stop(std::function<void()> drained) {
  book_->is_stopping = true;
  error_code ignored;
  book_->acceptor.close(ignored);
  if (book_->connections.empty()) return drained();
  book_->drained = std::move(drained);
  for (Connection* connection : book_->connections) {
    if (connection->is_idle) connection->stream.cancel();
  }
}

}  // namespace farewell::hub
