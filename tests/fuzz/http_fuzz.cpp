// The hub's port: any bytes, on a real connection to a real hub in this process. It may refuse, answer or
// close; afterwards it answers others as before, and nobody was let in.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "app/hub/service.h"
#include "core/base/clock.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temp_dir.h"

using namespace farewell;

namespace {

struct Served {
  testing::TempDir folder;
  SystemClock clock;
  std::unique_ptr<hub::Service> service;
  Served() {
    hub::ServiceSettings settings;
    settings.data = folder.path();
    settings.port = 0;
    settings.server.header_deadline = std::chrono::milliseconds(200);
    settings.server.body_deadline = std::chrono::milliseconds(200);
    settings.server.idle_deadline = std::chrono::milliseconds(200);
    service = *hub::Service::start(settings, clock);
  }
};

/// All that the hub answers to `bytes`, after which nothing more is said.
std::string answer_to(int port, std::string_view bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in hub{};
  hub.sin_family = AF_INET;
  hub.sin_port = htons(static_cast<std::uint16_t>(port));
  hub.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&hub), sizeof hub) == 0) {
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    ::shutdown(socket, SHUT_WR);
    char piece[4096];
    for (ssize_t count; (count = ::recv(socket, piece, sizeof piece, 0)) > 0;) {
      answer.append(piece, static_cast<std::size_t>(count));
    }
  }
  ::close(socket);
  return answer;
}

/// Whether the hub answers others; on a slow machine its short deadlines may strike once or twice.
bool is_well(int port) {
  for (int tries = 0; tries < 100; ++tries) {
    const std::string well =
        answer_to(port, "GET /healthz HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
    if (well.starts_with("HTTP/1.1 200")) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Served served;
  const int port = served.service->port();
  const std::string answer = answer_to(port, fuzz::text_of(data, size));
  fuzz::promise(answer.empty() || answer.starts_with("HTTP/1."), "an answer is HTTP");
  fuzz::promise(answer.find("HTTP/1.1 500") == answer.npos, "the hub does not fail");
  fuzz::promise(answer.find("\r\nSet-Cookie: farewell=") == answer.npos, "nobody is let in");
  static int count = 0;
  if (++count % 64 == 0) fuzz::promise(is_well(port), "others are answered as before");
  return 0;
}
