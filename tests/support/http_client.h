// A raw HTTP/1.1 client over one socket: says exactly what a test wants said, however wrong, and reads one
// reply at a time. Fails the test by throwing std::runtime_error. One thread at a time.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace farewell::testing {

struct HttpReply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

class HttpClient {
 public:
  /// `from`: the loopback address to come from, such as "127.0.0.2".
  explicit HttpClient(int port, const std::string& from = "127.0.0.1");
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void send(const std::string& bytes);
  HttpReply read(const std::string& method = "GET");
  HttpReply exchange(const std::string& method, const std::string& target,
                     const std::vector<std::string>& headers = {}, const std::string& body = "");
  int descriptor() const { return socket_; }
  /// True once the hub has closed; waits for it (twenty seconds).
  bool is_closed();

 private:
  bool fill();
  std::string line();
  std::string take(std::size_t count);
  int socket_ = -1;
  std::string unread_;
};

}  // namespace farewell::testing
