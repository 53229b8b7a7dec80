// The real farewell-hub as a process of a test's own. One thread at a time.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace farewell::testing {

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Starts `program` with its outputs in `folder`/out and /err.
inline pid_t start_program(const std::string& program, std::vector<std::string> arguments,
                           const std::filesystem::path& folder) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const std::string out = folder / "out", err = folder / "err";
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  arguments.insert(arguments.begin(), program);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t pid = -1;
  const int failed = posix_spawn(&pid, program.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + program);
  return pid;
}

/// Its exit status, or minus the signal that ended it.
inline int wait_for(pid_t pid) {
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct Said {
  int exit = -1;
  std::string out, err;
};

inline Said run_program(const std::string& program, std::vector<std::string> arguments,
                        const std::filesystem::path& folder) {
  Said said;
  said.exit = wait_for(start_program(program, std::move(arguments), folder));
  said.out = text_of(folder / "out");
  said.err = text_of(folder / "err");
  return said;
}

/// A hub that serves `data` until it is ended or killed.
class HubProgram {
 public:
  HubProgram(const std::string& program, const std::filesystem::path& data,
             const std::filesystem::path& outputs, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"serve", "--data", data, "--listen", "127.0.0.1:0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    pid_ = start_program(program, arguments, outputs);
    for (int tries = 0; tries < 3000 && port_ == 0; ++tries) {
      const std::string said = text_of(outputs / "err");
      const std::size_t at = said.find("://127.0.0.1:");
      if (at != said.npos && said.find('\n', at) != said.npos) port_ = std::stoi(said.substr(at + 13));
      if (::waitpid(pid_, nullptr, WNOHANG) == pid_)
        throw std::runtime_error("the hub did not start: " + said);
      ::usleep(10'000);
    }
  }
  ~HubProgram() {
    if (pid_ > 0) end(SIGKILL);
  }
  HubProgram(const HubProgram&) = delete;
  HubProgram& operator=(const HubProgram&) = delete;

  int port() const { return port_; }
  pid_t pid() const { return pid_; }
  int end(int signal) {
    ::kill(pid_, signal);
    const int status = wait_for(pid_);
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_ = -1;
  int port_ = 0;
};

}  // namespace farewell::testing
