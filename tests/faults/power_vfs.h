// A disk that forgets: a SQLite VFS over the machine's own, for a test program's whole process. What is
// written counts as volatile until it is synced, and so do the comings and goings of names until their folder
// is. At a power cut each sector of what is volatile is old, new, anything written in between, or torn; each
// name is as it was or as it is; a file that grew may hold garbage. Not for files that do not go through
// SQLite: these are as they are. One thread.
//
// The rules are POSIX's, not one file system's: syncing a file makes no name durable, and of two unsynced
// writes the later may survive alone. Source: sqlite.org/atomiccommit.html, 2.0 (what SQLite takes for
// granted); os_unix.c (a new journal's folder is synced with its first sync).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/faults/campaign.h"

namespace farewell::testing {

class Disk {
 public:
  /// Becomes SQLite's default; the one there is.
  static Disk& installed();

  /// Begins anew: power is on, all that lies on the real disk is durable, no hook, SQLite's chance is set.
  void begin(std::uint64_t seed);
  /// Called before each write, truncation, creation, deletion and sync, but not for those of its own; may
  /// cut. Throws nothing: SQLite's frames are below it.
  std::function<void()> before_change;
  /// From now on every call fails, until begin().
  void cut() { is_cut_ = true; }
  bool is_cut() const { return is_cut_; }

  /// Writes into `to`, an empty folder, what the disk may hold of `from` after a cut at this moment.
  void after_cut(const std::filesystem::path& from, const std::filesystem::path& to, Random& random) const;
  /// Forgets what is volatile below `folder`, whose files are about to change or go.
  void forget(const std::filesystem::path& folder);

 private:
  friend struct DiskFile;
  struct Change {
    std::uint64_t at = 0;
    std::string bytes;       ///< written there
    bool truncates = false;  ///< the file ends at `at`
  };
  /// A file apart from its name.
  struct Content {
    std::string durable;
    std::vector<Change> volatile_;
  };
  using ContentPtr = std::shared_ptr<Content>;
  /// What a name leads to; null: nothing.
  struct Name {
    ContentPtr durable;
    std::vector<ContentPtr> volatile_;
    const ContentPtr& now() const { return volatile_.empty() ? durable : volatile_.back(); }
  };
  enum class Mood { all_old, all_new, mixed };

  Disk() = default;
  void about_to_change();
  ContentPtr opened(const std::string& path);
  void sync(Content& content);
  void sync_folder_of(const std::string& path);
  void remove(const std::string& path);
  static std::string survivor(const Content& content, Mood mood, Random& random);
  static std::string sector_after(const Content& content, std::uint64_t from, std::size_t size, Mood mood,
                                  Random& random);

  std::map<std::string, Name> names_;
  bool is_cut_ = false;
  bool is_in_hook_ = false;
};

}  // namespace farewell::testing
