#include "tests/faults/tracer.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace farewell::testing {
namespace {

namespace fs = std::filesystem;

const std::map<std::uint64_t, std::string>& writing_calls() {
  static const std::map<std::uint64_t, std::string> calls = {
      {SYS_write, "write"},         {SYS_pwrite64, "pwrite64"}, {SYS_writev, "writev"},
      {SYS_pwritev, "pwritev"},     {SYS_fsync, "fsync"},       {SYS_fdatasync, "fdatasync"},
      {SYS_ftruncate, "ftruncate"}, {SYS_openat, "openat"},     {SYS_unlinkat, "unlinkat"},
      {SYS_renameat2, "renameat2"}, {SYS_linkat, "linkat"},     {SYS_fallocate, "fallocate"},
      {SYS_fchmod, "fchmod"},
#ifdef SYS_open  // older architectures have the calls without a folder too
      {SYS_open, "open"},           {SYS_unlink, "unlink"},     {SYS_rename, "rename"},
      {SYS_link, "link"},           {SYS_truncate, "truncate"},
#endif
  };
  return calls;
}

class Traced {
 public:
  explicit Traced(const std::vector<std::string>& program) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) become(program, ends[1]);
    ::close(ends[1]);
    output_ = ends[0];
    int status = 0;
    ::waitpid(child_, &status, 0);
    if (!WIFSTOPPED(status)) throw std::runtime_error("ptrace is not allowed here");
    ::ptrace(PTRACE_SETOPTIONS, child_, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  }
  ~Traced() { ::close(output_); }
  Traced(const Traced&) = delete;
  Traced& operator=(const Traced&) = delete;

  Run run(int at, Meeting meeting);

 private:
  [[noreturn]] static void become(const std::vector<std::string>& program, int output) {
    std::vector<char*> arguments;
    for (const std::string& word : program) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::dup2(output, 1);
    ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // the leak sanitizer wants to trace as well
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  /// Goes on to the next stop; false when the child is gone.
  bool go_on();
  __ptrace_syscall_info call() const;
  bool is_writing(const __ptrace_syscall_info& info) const;
  void fail_call(Meeting meeting);
  void halve_call();
  void keep_account(const __ptrace_syscall_info& info);
  std::string path_of(std::uint64_t fd) const;
  std::string text_at(std::uint64_t address, std::size_t max_bytes) const;
  void drain();

  pid_t child_ = -1;
  int output_ = -1;
  int status_ = 0;
  int pass_on_ = 0;  ///< a signal on its way to the child
  std::set<std::string> unsynced_;
  Run run_;
};

bool Traced::go_on() {
  ::ptrace(PTRACE_SYSCALL, child_, nullptr, pass_on_);
  pass_on_ = 0;
  if (::waitpid(child_, &status_, 0) != child_ || WIFEXITED(status_) || WIFSIGNALED(status_)) return false;
  if (WSTOPSIG(status_) != (SIGTRAP | 0x80) && WSTOPSIG(status_) != SIGTRAP) pass_on_ = WSTOPSIG(status_);
  return true;
}

__ptrace_syscall_info Traced::call() const {
  __ptrace_syscall_info info{};
  ::ptrace(PTRACE_GET_SYSCALL_INFO, child_, sizeof info, &info);
  return info;
}

bool Traced::is_writing(const __ptrace_syscall_info& info) const {
  if (!writing_calls().contains(info.entry.nr)) return false;
  if (info.entry.nr == SYS_openat) return (info.entry.args[2] & O_CREAT) != 0;
#ifdef SYS_open
  if (info.entry.nr == SYS_open) return (info.entry.args[1] & O_CREAT) != 0;
#endif
  // A pipe of the program's own is memory: sanitizers ask the kernel through one whether an address is there.
  const bool writes = writing_calls().at(info.entry.nr).find("write") != std::string::npos;
  return !writes || info.entry.args[0] == 1 || !path_of(info.entry.args[0]).starts_with("pipe:");
}

std::string Traced::path_of(std::uint64_t fd) const {
  std::error_code ignored;
  return fs::read_symlink("/proc/" + std::to_string(child_) + "/fd/" + std::to_string(fd), ignored).string();
}

std::string Traced::text_at(std::uint64_t address, std::size_t max_bytes) const {
  std::string text(max_bytes, '\0');
  const int memory = ::open(("/proc/" + std::to_string(child_) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  const ssize_t got = ::pread(memory, text.data(), text.size(), static_cast<off_t>(address));
  ::close(memory);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text.substr(0, text.find('\0'));
}

/// A file is unsynced from a write to it to its fsync, a folder from a name's coming or going to its own.
void Traced::keep_account(const __ptrace_syscall_info& info) {
  const auto& name = writing_calls().at(info.entry.nr);
  const std::uint64_t first = info.entry.args[0];
  const auto path_argument = [&] { return text_at(info.entry.args[name.ends_with("at") ? 1 : 0], 4096); };
  if (name == "write" && first == 1) {
    if (!unsynced_.empty()) {
      run_.told_too_soon.push_back(text_at(info.entry.args[1], info.entry.args[2]) + "before " +
                                   *unsynced_.begin());
    }
  } else if (name.find("write") != std::string::npos || name == "ftruncate") {
    unsynced_.insert(path_of(first));
  } else if (name == "fsync" || name == "fdatasync") {
    unsynced_.erase(path_of(first));
  } else if (name.starts_with("open")) {
    const std::string path = path_argument();
    if (!fs::exists(path)) unsynced_.insert(fs::path(path).parent_path());
  } else if (name.starts_with("unlink")) {
    unsynced_.erase(path_argument());
    unsynced_.insert(fs::path(path_argument()).parent_path());
  }
}

void Traced::fail_call(Meeting meeting) {
#if defined(__x86_64__)
  if (meeting == Meeting::short_write) return halve_call();
  // No call has the number -1; what it would have answered is put in its place at the exit.
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, child_, nullptr, &registers);
  registers.orig_rax = static_cast<unsigned long long>(-1);
  ::ptrace(PTRACE_SETREGS, child_, nullptr, &registers);
  if (!go_on()) return;
  ::ptrace(PTRACE_GETREGS, child_, nullptr, &registers);
  registers.rax = static_cast<unsigned long long>(meeting == Meeting::no_space ? -ENOSPC : -EIO);
  ::ptrace(PTRACE_SETREGS, child_, nullptr, &registers);
#else
  throw std::runtime_error("failing calls is written for x86-64 only");
#endif
}

/// The count of bytes is the third argument of write and pwrite64.
void Traced::halve_call() {
#if defined(__x86_64__)
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, child_, nullptr, &registers);
  if (registers.orig_rax != SYS_write && registers.orig_rax != SYS_pwrite64) return;
  registers.rdx = std::max(1ULL, registers.rdx / 2);
  ::ptrace(PTRACE_SETREGS, child_, nullptr, &registers);
#endif
}

void Traced::drain() {
  char bytes[4096];
  for (ssize_t got; (got = ::read(output_, bytes, sizeof bytes)) > 0;)
    run_.output.append(bytes, static_cast<std::size_t>(got));
}

Run Traced::run(int at, Meeting meeting) {
  while (go_on()) {
    if (WSTOPSIG(status_) != (SIGTRAP | 0x80)) continue;
    const auto info = call();
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !is_writing(info)) continue;
    run_.at.push_back(writing_calls().at(info.entry.nr) + " " + path_of(info.entry.args[0]));
    if (++run_.writing_calls != at) {
      keep_account(info);
    } else if (meeting == Meeting::kill) {
      ::kill(child_, SIGKILL);
    } else {
      fail_call(meeting);
    }
  }
  run_.was_killed = WIFSIGNALED(status_);
  if (WIFEXITED(status_)) run_.exit_code = WEXITSTATUS(status_);
  drain();
  return run_;
}

}  // namespace

Run run_traced(const std::vector<std::string>& program, int at, Meeting meeting) {
  return Traced(program).run(at, meeting);
}

}  // namespace farewell::testing
