#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace farewell::testing {

namespace {

sockaddr_in loopback(const std::string& address, int port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(static_cast<std::uint16_t>(port));
  inet_pton(AF_INET, address.c_str(), &out.sin_addr);
  return out;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

}  // namespace

HttpClient::HttpClient(int port, const std::string& from)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval limit{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  const sockaddr_in source = loopback(from, 0), hub = loopback("127.0.0.1", port);
  ::bind(socket_, reinterpret_cast<const sockaddr*>(&source), sizeof source);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&hub), sizeof hub) != 0) {
    ::close(socket_);
    throw std::runtime_error("no connection to the hub");
  }
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}

HttpClient::~HttpClient() {
  if (socket_ >= 0) ::close(socket_);
}

void HttpClient::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;  // the hub may refuse before it has heard everything; its reply tells
    sent += static_cast<std::size_t>(count);
  }
}

bool HttpClient::fill() {
  char bytes[16384];
  const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  unread_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

std::string HttpClient::line() {
  std::size_t end = 0;
  while ((end = unread_.find("\r\n")) == unread_.npos) {
    if (!fill()) throw std::runtime_error("the hub ended the connection within a reply");
  }
  std::string out = unread_.substr(0, end);
  unread_.erase(0, end + 2);
  return out;
}

std::string HttpClient::take(std::size_t count) {
  while (unread_.size() < count) {
    if (!fill()) throw std::runtime_error("the hub ended the connection within a body");
  }
  std::string out = unread_.substr(0, count);
  unread_.erase(0, count);
  return out;
}

HttpReply HttpClient::read(const std::string& method) {
  HttpReply reply;
  reply.status = std::stoi(line().substr(9, 3));
  for (std::string field = line(); !field.empty(); field = line()) {
    const std::size_t colon = field.find(':');
    reply.headers[lower(field.substr(0, colon))] = field.substr(field.find_first_not_of(' ', colon + 1));
  }
  if (method == "HEAD" || reply.status == 204 || reply.status == 304) return reply;
  if (reply.headers.contains("content-length")) {
    reply.body = take(std::stoul(reply.headers["content-length"]));
    return reply;
  }
  while (const std::size_t size = std::stoul(line(), nullptr, 16)) {
    reply.body += take(size);
    line();
  }
  line();
  return reply;
}

HttpReply HttpClient::exchange(const std::string& method, const std::string& target,
                               const std::vector<std::string>& headers, const std::string& body) {
  std::string text = method + " " + target + " HTTP/1.1\r\nHost: hub\r\n";
  for (const std::string& header : headers) text += header + "\r\n";
  if (!body.empty() || method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  send(text + "\r\n" + body);
  return read(method);
}

bool HttpClient::is_closed() {
  char byte = 0;
  return ::recv(socket_, &byte, 1, 0) == 0 || errno == ECONNRESET;
}

}  // namespace farewell::testing
