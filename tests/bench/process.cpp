#include "process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace farewell::bench {
namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                         int keep) {
  for (const auto& setting : environment) ::putenv(const_cast<char*>(setting.c_str()));
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int output : {0, 1, 2}) ::dup2(nowhere, output);
  for (int descriptor = 3; descriptor < 256; ++descriptor) {
    if (descriptor != keep) ::close(descriptor);
  }
  std::vector<char*> argv;
  for (const auto& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execvp(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                 int keep)
    : started_us_(now_us()) {
  pid_ = ::fork();
  if (pid_ == 0) become(command, environment, keep);
  if (pid_ < 0) {
    std::perror(command[0].c_str());
    std::exit(1);
  }
}

Process::~Process() {
  ::kill(pid_, SIGTERM);
  for (int tries = 0; tries < 100 && running(); ++tries) sleep_ms(50);
  if (!running()) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

bool Process::running() {
  if (pid_ < 0) return false;
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

std::int64_t Process::pss_kib() const {
  std::ifstream rollup("/proc/" + std::to_string(pid_) + "/smaps_rollup");
  for (std::string line; std::getline(rollup, line);) {
    if (line.starts_with("Pss:")) return std::atoll(line.c_str() + 4);
  }
  return 0;
}

std::int64_t Process::cpu_ns() const {
  std::int64_t sum = 0;
  std::error_code gone;
  for (const auto& task :
       std::filesystem::directory_iterator("/proc/" + std::to_string(pid_) + "/task", gone)) {
    std::int64_t ns = 0;
    std::ifstream(task.path() / "schedstat") >> ns;
    sum += ns;
  }
  return sum;
}

std::int64_t now_us() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

void sleep_ms(int ms) {
  timespec time{ms / 1000, ms % 1000 * 1'000'000L};
  ::nanosleep(&time, nullptr);
}

}  // namespace farewell::bench
