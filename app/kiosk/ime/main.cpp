// farewell-input-method LANGUAGE: what composed letters may become (lines.h). A program of its own, so that
// whatever its libraries keep of what a customer typed goes with its process when the visit ends, and so that
// a dictionary is loaded off the terminal's drawing thread.
#include <iostream>
#include <string>

#include "app/kiosk/ime/input_method.h"
#include "app/kiosk/ime/lines.h"
#include "core/base/private_memory.h"

using namespace farewell;
using namespace farewell::kiosk;

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: farewell-input-method zh|ja\n";
    return 2;
  }
  if constexpr (!kIsSanitized) keep_memory_private();
  const auto method = open_input_method(argv[1]);
  if (!method) {
    std::cerr << "farewell-input-method: " << method.error().text() << "\n";
    return 1;
  }
  for (std::string composing; std::getline(std::cin, composing);) {
    for (const Candidate& candidate : (*method)->candidates(composing)) std::cout << line_of(candidate);
    std::cout << std::endl;
  }
  return 0;
}
