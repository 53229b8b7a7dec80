#include "display.h"

#include <poll.h>
#include <unistd.h>

namespace farewell::bench {

std::unique_ptr<Display> Display::open() {
  int ends[2];
  if (::pipe(ends) != 0) return nullptr;
  auto server =
      std::make_unique<Process>(std::vector<std::string>{"Xvfb", "-displayfd", std::to_string(ends[1]),
                                                         "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
                                std::vector<std::string>{}, ends[1]);
  ::close(ends[1]);
  // It writes its number, and a line feed, once it takes connections.
  std::string number;
  char byte = 0;
  pollfd readable{ends[0], POLLIN, 0};
  while (::poll(&readable, 1, 10'000) > 0 && ::read(ends[0], &byte, 1) == 1 && byte != '\n') number += byte;
  ::close(ends[0]);
  if (number.empty() || byte != '\n') return nullptr;
  return std::unique_ptr<Display>(new Display(std::move(server), "DISPLAY=:" + number));
}

}  // namespace farewell::bench
