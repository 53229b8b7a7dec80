#include "core/base/file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

using namespace farewell;
using farewell::testing::TempDir;

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

/// Writing more than `bytes` to any file fails, as on a full disk, until this is gone.
class WriteLimit {
 public:
  explicit WriteLimit(rlim_t bytes) : old_handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~WriteLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    signal(SIGXFSZ, old_handler_);
  }
  WriteLimit(const WriteLimit&) = delete;
  WriteLimit& operator=(const WriteLimit&) = delete;

 private:
  rlimit old_{};
  sighandler_t old_handler_;
};

}  // namespace

TEST_CASE("what is written is read again, to the byte") {
  const TempDir folder;
  const std::string bytes = std::string("a\0b\r\n\xFF", 6) + std::string(100'000, 'x');
  REQUIRE(write_file(folder / "f", bytes));
  const auto read = read_file(folder / "f");
  REQUIRE(read);
  CHECK((*read == bytes));
}

TEST_CASE("an empty file is read as nothing") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f", ""));
  CHECK(read_file(folder / "f").value().empty());
}

TEST_CASE("a written file is its owner's alone, whatever the umask and the old file") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f", "old"));
  std::filesystem::permissions(folder / "f", std::filesystem::perms::all);
  const mode_t umask_before = umask(0277);
  const Status status = write_file(folder / "f", "new");
  umask(umask_before);
  REQUIRE(status);
  struct stat info {};
  REQUIRE(stat((folder / "f").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0600);
}

TEST_CASE("writing replaces the old file and leaves nothing beside it") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f", "a long old text"));
  REQUIRE(write_file(folder / "f", "new"));
  CHECK(*read_file(folder / "f") == "new");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("on a full disk the old file is untouched and nothing is left beside it") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f", "old"));
  const Status status = [&folder] {
    const WriteLimit limit(1000);
    return write_file(folder / "f", std::string(5000, 'x'));
  }();
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::unavailable);
  CHECK(status.error().text() == (folder / "f").string() + ": cannot be written: File too large");
  CHECK(*read_file(folder / "f") == "old");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what a power cut left beside a file is in nobody's way") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f.tmp", "half a fi"));
  REQUIRE(write_file(folder / "f", "whole"));
  CHECK(*read_file(folder / "f") == "whole");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file cannot be written into a folder that is not there") {
  const TempDir folder;
  const Status status = write_file(folder / "none/f", "x");
  CHECK(status.error().text() ==
        (folder / "none/f").string() + ": cannot be written: No such file or directory");
}

TEST_CASE("a file without a folder in its path is written where one stands") {
  const TempDir folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const Status status = write_file("f", "x");
  std::filesystem::current_path(before);
  CHECK(status.ok());
  CHECK(*read_file(folder / "f") == "x");
}

TEST_CASE("a file that is not there is not found") {
  const TempDir folder;
  const auto read = read_file(folder / "none");
  CHECK(read.error().code == ErrorCode::not_found);
  CHECK(read.error().context == (folder / "none").string());
}

TEST_CASE("a folder is no file") {
  const TempDir folder;
  CHECK(read_file(folder.path()).error().text() ==
        folder.path().string() + ": cannot be read: Is a directory");
}

TEST_CASE("a file over the limit is refused, one of just the limit is not") {
  const TempDir folder;
  REQUIRE(write_file(folder / "f", std::string(1000, 'x')));
  CHECK(read_file(folder / "f", 1000).ok());
  CHECK(read_file(folder / "f", 999).error().code == ErrorCode::too_large);
}
