#include "app/kiosk/platform/input_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "app/kiosk/ime/lines.h"

namespace farewell::kiosk {
namespace {

constexpr int kPatienceMs = 2000;

/// Starts the program with its input and output on `socket`, no other file of ours, and no signal blocked.
int spawn(const std::filesystem::path& program, const std::string& language, int socket, pid_t& pid) {
  std::string name = program.filename().string(), argument = language;
  std::array<char*, 3> arguments = {name.data(), argument.data(), nullptr};
  std::string home = "HOME=/nonexistent", locale = "LANG=C.UTF-8";
  std::array<char*, 3> environment = {home.data(), locale.data(), nullptr};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none;
  sigemptyset(&none);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, socket, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigmask(&attributes, &none);
  const int error =
      posix_spawn(&pid, program.c_str(), &files, &attributes, arguments.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

}  // namespace

InputProcess::InputProcess(const std::filesystem::path& program, const std::string& language)
    : program_(program) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    start_error_ = errno;
    return;
  }
  start_error_ = spawn(program, language, ends[1], pid_);
  close(ends[1]);
  socket_ = ends[0];
}

InputProcess::~InputProcess() {
  if (socket_ >= 0) close(socket_);
  if (pid_ <= 0 || start_error_ != 0) return;
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

Error InputProcess::failed(const std::string& what) const {
  return {ErrorCode::unavailable, what, program_.string()};
}

Result<std::vector<Candidate>> InputProcess::candidates(const visit::PrivateText& composing) {
  if (start_error_ != 0) return failed(std::string("cannot be started (") + strerror(start_error_) + ")");
  const visit::PrivateText line = composing + "\n";
  if (send(socket_, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
    return failed("has ended; are its dictionaries installed?");
  std::vector<Candidate> found;
  while (true) {
    const auto answer = read_line();
    if (!answer) return answer.error();
    if (answer->empty()) return found;
    if (auto candidate = candidate_in(*answer)) found.push_back(*std::move(candidate));
  }
}

Result<visit::PrivateText> InputProcess::read_line() {
  while (received_.find('\n') == std::string::npos) {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, kPatienceMs) <= 0) return failed("takes too long");
    std::array<char, 4096> bytes{};
    const ssize_t got = recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) return failed("has ended; are its dictionaries installed?");
    received_ = visit::PrivateText(received_ + std::string(bytes.data(), static_cast<std::size_t>(got)));
    explicit_bzero(bytes.data(), bytes.size());
  }
  const std::size_t end = received_.find('\n');
  visit::PrivateText line(received_.substr(0, end));
  received_ = visit::PrivateText(received_.substr(end + 1));
  return line;
}

}  // namespace farewell::kiosk
