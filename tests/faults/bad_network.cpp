#include "tests/faults/bad_network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "tests/faults/campaign.h"

namespace farewell::testing {
namespace {

constexpr std::size_t kMostStalled = 8;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::size_t content_length(std::string head) {
  std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return std::tolower(c); });
  const std::size_t at = head.find("\r\ncontent-length:");
  return at == head.npos ? 0 : std::strtoul(head.c_str() + at + 17, nullptr, 10);
}

/// A request or a reply with its body, or as much as came.
std::string read_message(int socket) {
  std::string message;
  std::size_t whole = std::string::npos;
  char bytes[16384];
  while (message.size() < whole) {
    const ssize_t got = ::recv(socket, bytes, sizeof bytes, 0);
    if (got <= 0) return message;
    message.append(bytes, static_cast<std::size_t>(got));
    const std::size_t head = message.find("\r\n\r\n");
    if (head != message.npos) whole = head + 4 + content_length(message.substr(0, head));
  }
  return message;
}

std::string page(const std::string& status, const std::string& more, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

/// With have_upto raised, of the same length, so that the lengths said still hold.
std::string with_more(std::string reply) {
  const std::size_t at = reply.find("\"have_upto\":");
  for (std::size_t i = at + 12; at != reply.npos && i < reply.size() && std::isdigit(reply[i]) != 0; ++i)
    reply[i] = '9';
  return reply;
}

std::string with_another_signature(std::string reply) {
  const std::size_t at = reply.find("farewell=:");
  if (at != reply.npos) reply[at + 15] = reply[at + 15] == 'A' ? 'B' : 'A';
  return reply;
}

}  // namespace

BadNetwork::BadNetwork(std::function<int()> hub_port) : hub_port_(std::move(hub_port)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool listens = ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::listen(listener_, 64) == 0 &&
                       ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  demand(listens, "no port for the network");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

BadNetwork::~BadNetwork() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
  for (const int socket : stalled_) ::close(socket);
}

void BadNetwork::strike(Harm harm, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  harm_ = harm;
  bytes_ = bytes;
}

void BadNetwork::calm_down() {
  strike(Harm::none, 0);
  const std::lock_guard lock(mutex_);
  deliver_late(0);
}

void BadNetwork::serve() {
  for (;;) {
    const int terminal = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (terminal < 0) return;
    carry(terminal);
  }
}

/// One exchange a connection: the terminal's next one is another, as after a broken line.
void BadNetwork::carry(int terminal) {
  const std::string request = read_message(terminal);
  const std::lock_guard lock(mutex_);
  if (!request.empty()) {
    ++exchanges_;
    const Harm harm = std::exchange(harm_, Harm::none);
    answer(terminal, harm, bytes_, request);
    if (harm == Harm::stalled) {
      stalled_.push_back(terminal);
      if (stalled_.size() <= kMostStalled) return;
      terminal = stalled_.front();
      stalled_.erase(stalled_.begin());
    }
  }
  ::close(terminal);
}

void BadNetwork::answer(int terminal, Harm harm, std::size_t bytes, const std::string& request) {
  switch (harm) {
    case Harm::none: {
      std::string reply = ask_hub(request);
      send_all(terminal, reply);
      if (reply.find("\"have_upto\":") != reply.npos) last_reply_ = std::move(reply);
      return deliver_late(3);
    }
    case Harm::request_dropped:
      return;
    case Harm::request_cut:
      ask_hub(request, bytes % request.size());
      return;
    case Harm::reply_dropped:
    case Harm::stalled:
      ask_hub(request);
      return;
    case Harm::reply_cut: {
      const std::string reply = ask_hub(request);
      return send_all(terminal, reply.substr(0, reply.empty() ? 0 : bytes % reply.size()));
    }
    case Harm::doubled: {
      std::thread other([&] { ask_hub(request); });
      const std::string reply = ask_hub(request);
      other.join();
      return send_all(terminal, reply);
    }
    case Harm::late:
      late_.push_back(request);
      return;
    case Harm::byte_by_byte: {
      const std::string reply = ask_hub(request);
      for (std::size_t at = 0; at < reply.size(); ++at)
        send_all(terminal, std::string_view(reply).substr(at, 1));
      return;
    }
    case Harm::html_page:
      return send_all(terminal,
                      page("200 OK", "Content-Type: text/html\r\n", "<html>Accept our terms</html>"));
    case Harm::no_content:
      return send_all(terminal, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    case Harm::redirect:
      return send_all(terminal, page("302 Found", "Location: http://127.0.0.1:1/v1/batches\r\n", ""));
    case Harm::server_error:
      return send_all(terminal, page("500 Internal Server Error", "", "oops"));
    case Harm::too_many:
      return send_all(terminal, page("429 Too Many Requests", "Retry-After: 7\r\n", ""));
    case Harm::unsigned_error: {
      constexpr const char* kErrors[] = {"400 Bad Request", "413 Content Too Large", "409 Conflict",
                                         "422 Unprocessable Content"};
      return send_all(terminal, page(kErrors[bytes % 4], "", "no"));
    }
    case Harm::old_reply:
      return send_all(terminal, last_reply_);
    case Harm::forged:
      return send_all(terminal, with_more(last_reply_));
    case Harm::bad_signature:
      return send_all(terminal, with_another_signature(ask_hub(request)));
  }
}

/// Some of the request; the reply, if the hub gives any.
std::string BadNetwork::ask_hub(const std::string& request, std::size_t bytes) {
  const int hub = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{20, 0};
  ::setsockopt(hub, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const sockaddr_in address = loopback(hub_port_());
  std::string reply;
  if (::connect(hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    send_all(hub, std::string_view(request).substr(0, bytes));
    if (bytes >= request.size()) reply = read_message(hub);
  }
  ::close(hub);
  return reply;
}

void BadNetwork::deliver_late(std::size_t at_least) {
  while (!late_.empty() && late_.size() >= at_least) {
    ask_hub(late_.front());
    late_.pop_front();
  }
}

}  // namespace farewell::testing
