// A network between a terminal and its hub, on a port of loopback, that does to the next exchange what a test
// asks for. It passes bytes on as they are or does harm to them; it knows no key. Its own thread carries
// exchanges, one after the other; strike() is for between exchanges.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace farewell::testing {

enum class Harm {
  none,
  request_dropped,
  request_cut,    ///< after `bytes`
  reply_dropped,  ///< the hub has done it all
  reply_cut,      ///< after `bytes`
  doubled,        ///< reaches the hub twice at the same moment
  late,           ///< dropped, and reaches the hub after the next two
  stalled,        ///< reaches the hub; nobody says anything until the terminal gives up
  byte_by_byte,
  html_page,   ///< 200 of a captive portal
  no_content,  ///< 204
  redirect,    ///< 302
  server_error,
  too_many,        ///< 429 with Retry-After
  unsigned_error,  ///< 400, 413, 409 of some proxy
  old_reply,       ///< what the hub said to an earlier exchange
  forged,          ///< the hub's words to an earlier exchange, changed: it has far more
  bad_signature,   ///< the hub's reply with one character of its signature changed
};
inline constexpr int kHarms = static_cast<int>(Harm::bad_signature) + 1;

class BadNetwork {
 public:
  explicit BadNetwork(std::function<int()> hub_port);
  ~BadNetwork();
  BadNetwork(const BadNetwork&) = delete;
  BadNetwork& operator=(const BadNetwork&) = delete;

  int port() const { return port_; }
  /// What happens to the next exchange; `bytes` is taken modulo the length of what is cut.
  void strike(Harm harm, std::size_t bytes);
  /// Delivers what is late.
  void calm_down();
  /// How many exchanges a terminal tried.
  int exchanges() const { return exchanges_; }

 private:
  void serve();
  void carry(int terminal);
  void answer(int terminal, Harm harm, std::size_t bytes, const std::string& request);
  std::string ask_hub(const std::string& request, std::size_t bytes = std::string::npos);
  void deliver_late(std::size_t at_least);

  std::function<int()> hub_port_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> exchanges_ = 0;
  std::mutex mutex_;  ///< guards the next two
  Harm harm_ = Harm::none;
  std::size_t bytes_ = 0;
  std::deque<std::string> late_;
  std::string last_reply_;
  std::vector<int> stalled_;
  std::thread thread_;
};

}  // namespace farewell::testing
