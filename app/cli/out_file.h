// Where an export goes: standard output, or a file that is complete or not there at all. Single-threaded.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell::cli {

class OutFile {
 public:
  /// A temporary file beside `path`, mode 0600; standard output if `path` is empty.
  /// Errors: unavailable; conflict if `path` is there and is no file (a folder, a device).
  static Result<OutFile> create(const std::filesystem::path& path);
  /// Takes the temporary file away again unless finish() went well.
  ~OutFile();
  OutFile(OutFile&& other) noexcept;
  OutFile& operator=(OutFile&&) = delete;

  Status write(std::string_view bytes);
  /// Writes out what is still held; a file is then made durable and takes its name.
  Status finish();

 private:
  OutFile(int descriptor, std::filesystem::path path, std::string temporary);
  Status flush();
  Error failure(const char* what) const;

  int descriptor_;
  std::filesystem::path path_;
  std::string temporary_;  ///< empty: nothing to take away
  std::string held_;
};

}  // namespace farewell::cli
