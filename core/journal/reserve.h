// Room on the disk that is kept for answers: a file beside the journal, given up when the disk is full, so
// that the terminal goes on while somebody is told. Not a promise: on a small disk there may be none. Private
// to this folder.
#pragma once

#include <cstdint>
#include <filesystem>

namespace farewell::journal {

/// Some thousand answers.
inline constexpr std::int64_t kReserveBytes = 1 << 20;

class Reserve {
 public:
  /// Touches nothing. Empty: there is none.
  explicit Reserve(std::filesystem::path file = {}) : file_(std::move(file)) {}

  /// Makes the file unless it is there, if as much again is then still free.
  void set_up();
  /// Removes the file. False if there is none.
  bool give_up();
  /// Given up, and there was no room to make it again.
  bool is_missing() const;

 private:
  std::filesystem::path file_;
};

}  // namespace farewell::journal
