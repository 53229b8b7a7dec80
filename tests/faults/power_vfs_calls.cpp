// What SQLite calls: passed on to the machine's VFS, noted by the Disk. C, as SQLite has it: nothing may be
// thrown through it, so that a broken promise found in a hook waits in the hook's own hands.
#include <sqlite3.h>

#include <new>

#include "tests/faults/power_vfs.h"

namespace farewell::testing {

/// An open file; the machine's own follows it in memory.
struct DiskFile {
  sqlite3_file base;
  sqlite3_file* real;
  struct Kept {
    Disk::ContentPtr content;
    std::string path;
    bool syncs_folder = false;
  };
  Kept* kept;  ///< null: a temporary file, which no cut concerns

  static DiskFile& of(sqlite3_file* file) { return *reinterpret_cast<DiskFile*>(file); }
  static Disk& disk() { return Disk::installed(); }

  static int close(sqlite3_file* file) {
    DiskFile& self = of(file);
    delete self.kept;
    self.kept = nullptr;
    return self.real->pMethods ? self.real->pMethods->xClose(self.real) : SQLITE_OK;
  }

  static int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    if (disk().is_cut()) return SQLITE_IOERR_READ;
    sqlite3_file* real = of(file).real;
    return real->pMethods->xRead(real, bytes, count, at);
  }

  static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    DiskFile& self = of(file);
    if (self.kept) disk().about_to_change();
    if (disk().is_cut()) return SQLITE_IOERR_WRITE;
    const int done = self.real->pMethods->xWrite(self.real, bytes, count, at);
    if (done == SQLITE_OK && self.kept) {
      const auto* text = static_cast<const char*>(bytes);
      self.kept->content->volatile_.push_back(
          {static_cast<std::uint64_t>(at), std::string(text, static_cast<std::size_t>(count))});
    }
    return done;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    DiskFile& self = of(file);
    if (self.kept) disk().about_to_change();
    if (disk().is_cut()) return SQLITE_IOERR_TRUNCATE;
    const int done = self.real->pMethods->xTruncate(self.real, size);
    if (done == SQLITE_OK && self.kept) {
      self.kept->content->volatile_.push_back({static_cast<std::uint64_t>(size), "", true});
    }
    return done;
  }

  /// The real disk need not be waited for.
  static int sync(sqlite3_file* file, int) {
    DiskFile& self = of(file);
    if (self.kept == nullptr) return SQLITE_OK;
    disk().about_to_change();
    if (disk().is_cut()) return SQLITE_IOERR_FSYNC;
    disk().sync(*self.kept->content);
    if (self.kept->syncs_folder) disk().sync_folder_of(self.kept->path);
    self.kept->syncs_folder = false;
    return SQLITE_OK;
  }

  template <auto Method, class... Arguments>
  static int pass_on(sqlite3_file* file, Arguments... arguments) {
    sqlite3_file* real = of(file).real;
    return (real->pMethods->*Method)(real, arguments...);
  }
  static void shm_barrier(sqlite3_file* file) {
    sqlite3_file* real = of(file).real;
    real->pMethods->xShmBarrier(real);
  }

  static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags);
  static int remove(sqlite3_vfs*, const char* path, int sync_folder);
  static int access(sqlite3_vfs*, const char* path, int flags, int* out) {
    if (disk().is_cut()) return SQLITE_IOERR_ACCESS;
    return real_vfs->xAccess(real_vfs, path, flags, out);
  }
  static int randomness(sqlite3_vfs*, int count, char* out) {
    for (int i = 0; i < count; ++i) out[i] = static_cast<char>(chance());
    return count;
  }

  inline static sqlite3_vfs* real_vfs = nullptr;
  inline static Random chance;
};

namespace {

const sqlite3_io_methods& methods() {
  using M = sqlite3_io_methods;
  static const sqlite3_io_methods kMethods = [] {
    sqlite3_io_methods all{};
    all.iVersion = 2;
    all.xClose = DiskFile::close;
    all.xRead = DiskFile::read;
    all.xWrite = DiskFile::write;
    all.xTruncate = DiskFile::truncate;
    all.xSync = DiskFile::sync;
    all.xFileSize = DiskFile::pass_on<&M::xFileSize>;
    all.xLock = DiskFile::pass_on<&M::xLock>;
    all.xUnlock = DiskFile::pass_on<&M::xUnlock>;
    all.xCheckReservedLock = DiskFile::pass_on<&M::xCheckReservedLock>;
    all.xFileControl = DiskFile::pass_on<&M::xFileControl>;
    all.xSectorSize = DiskFile::pass_on<&M::xSectorSize>;
    all.xDeviceCharacteristics = DiskFile::pass_on<&M::xDeviceCharacteristics>;
    all.xShmMap = DiskFile::pass_on<&M::xShmMap>;
    all.xShmLock = DiskFile::pass_on<&M::xShmLock>;
    all.xShmBarrier = DiskFile::shm_barrier;
    all.xShmUnmap = DiskFile::pass_on<&M::xShmUnmap>;
    return all;
  }();
  return kMethods;
}

constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;

}  // namespace

int DiskFile::open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  auto* self = new (file) DiskFile{};
  self->real = reinterpret_cast<sqlite3_file*>(self + 1);
  const bool is_kept = path != nullptr && (flags & (kJournals | SQLITE_OPEN_MAIN_DB)) != 0;
  if (is_kept && (flags & SQLITE_OPEN_CREATE) != 0) disk().about_to_change();
  if (disk().is_cut()) return SQLITE_CANTOPEN;
  const int done = real_vfs->xOpen(real_vfs, path, self->real, flags, out_flags);
  if (done != SQLITE_OK) return done;
  self->base.pMethods = &methods();
  if (is_kept) {
    const bool makes_journal = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kJournals) != 0;
    self->kept = new Kept{disk().opened(path), path, makes_journal};
  }
  return SQLITE_OK;
}

int DiskFile::remove(sqlite3_vfs*, const char* path, int sync_folder) {
  disk().about_to_change();
  if (disk().is_cut()) return SQLITE_IOERR_DELETE;
  const int done = real_vfs->xDelete(real_vfs, path, 0);
  if (done != SQLITE_OK) return done;
  disk().remove(path);
  if (sync_folder != 0) disk().sync_folder_of(path);
  return SQLITE_OK;
}

Disk& Disk::installed() {
  static Disk disk;
  static const bool is_registered = [] {
    DiskFile::real_vfs = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs vfs = *DiskFile::real_vfs;
    vfs.zName = "forgetful disk";
    vfs.szOsFile = static_cast<int>(sizeof(DiskFile)) + DiskFile::real_vfs->szOsFile;
    vfs.xOpen = DiskFile::open;
    vfs.xDelete = DiskFile::remove;
    vfs.xAccess = DiskFile::access;
    vfs.xRandomness = DiskFile::randomness;
    return sqlite3_vfs_register(&vfs, 1) == SQLITE_OK;
  }();
  if (!is_registered) throw Broken("SQLite takes no VFS");
  return disk;
}

void Disk::begin(std::uint64_t seed) {
  names_.clear();
  is_cut_ = false;
  before_change = nullptr;
  DiskFile::chance.seed(seed);
  sqlite3_randomness(0, nullptr);
}

}  // namespace farewell::testing
