#include "core/journal/page_scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace farewell::journal {
namespace {

constexpr std::size_t kMaxRecordBytes = 64u << 10;
constexpr std::uint8_t kTableLeaf = 0x0d;
// How much of a record stays in a table's leaf. Source: fileformat2.html, 1.6 ("X", "M").
constexpr std::size_t kMaxLocal = kScanPageBytes - 35;
constexpr std::size_t kMinLocal = (kScanPageBytes - 12) * 32 / 255 - 23;

using Page = std::array<std::uint8_t, kScanPageBytes>;

/// Reads big-endian figures one after the other and remembers having met the end.
class Cursor {
 public:
  Cursor(const std::uint8_t* bytes, std::size_t size, std::size_t at) : bytes_(bytes), size_(size), at_(at) {}
  std::size_t at() const { return at_; }
  bool ok() const { return ok_; }

  std::uint64_t integer(std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | next();
    return value;
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) {
      const std::uint8_t byte = next();
      value = value << 7 | (byte & 0x7fu);
      if ((byte & 0x80u) == 0) return value;
    }
    return value << 8 | next();
  }

 private:
  std::uint8_t next() {
    if (at_ >= size_) return ok_ = false, std::uint8_t{0};
    return bytes_[at_++];
  }
  const std::uint8_t* bytes_;
  std::size_t size_;
  std::size_t at_;
  bool ok_ = true;
};

/// A record's serial types and how long it is with its header.
struct Shape {
  std::vector<std::uint64_t> types;
  std::size_t header_bytes = 0;
  std::size_t total_bytes = 0;
};

/// The bytes of a value; nothing for types that the journal never stores (reals, blobs, reserved ones).
std::optional<std::size_t> width_of(std::uint64_t type) {
  constexpr std::array<std::size_t, 7> kWidths = {0, 1, 2, 3, 4, 6, 8};
  if (type < kWidths.size()) return kWidths[type];
  if (type == 8 || type == 9) return 0;
  if (type >= 13 && type % 2 == 1 && (type - 13) / 2 <= kMaxRecordBytes) return (type - 13) / 2;
  return std::nullopt;
}

std::optional<Shape> shape_at(const Page& page, std::size_t offset, std::size_t min_columns,
                              std::size_t max_columns) {
  const std::size_t header_bytes = page[offset];  // few columns: one byte, and one to three a column
  if (header_bytes < 1 + min_columns || header_bytes > 1 + 3 * max_columns) return std::nullopt;
  if (offset + header_bytes > page.size() || page[offset + 1] != 0) return std::nullopt;
  Shape shape{{}, header_bytes, header_bytes};
  Cursor cursor(page.data(), offset + header_bytes, offset + 1);
  while (cursor.at() < offset + header_bytes) {
    const std::uint64_t type = cursor.varint();
    const auto width = width_of(type);
    if (!cursor.ok() || !width || shape.types.size() == max_columns) return std::nullopt;
    shape.types.push_back(type);
    shape.total_bytes += *width;
  }
  if (shape.types.size() < min_columns || shape.total_bytes > kMaxRecordBytes) return std::nullopt;
  return shape;
}

/// Source: fileformat2.html, 1.6.
std::size_t local_bytes(std::size_t total) {
  if (total <= kMaxLocal) return total;
  const std::size_t local = kMinLocal + (total - kMinLocal) % (kScanPageBytes - 4);
  return local <= kMaxLocal ? local : kMinLocal;
}

/// `width`: 1 to 8 bytes.
std::int64_t signed_of(std::uint64_t value, std::size_t width) {
  assert(width >= 1 && width <= 8);
  const unsigned unused = static_cast<unsigned>(64 - 8 * width);
  return static_cast<std::int64_t>(value << unused) >> unused;
}

Record values_of(const Shape& shape, const std::string& bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Cursor cursor(data, bytes.size(), shape.header_bytes);
  std::size_t at = shape.header_bytes;
  Record record;
  for (const std::uint64_t type : shape.types) {
    const std::size_t width = *width_of(type);
    if (type == 0) {
      record.emplace_back();
    } else if (type == 8 || type == 9) {
      record.emplace_back(static_cast<std::int64_t>(type - 8));
    } else if (type >= 13) {
      record.emplace_back(bytes.substr(at, width));
    } else {
      record.emplace_back(signed_of(Cursor(data, bytes.size(), at).integer(width), width));
    }
    at += width;
  }
  return record;
}

/// The varint that ends where the record begins. The byte before it, the record's length, has no high bit in
/// a record of less than 128 bytes, so that reading backwards is unambiguous there.
std::int64_t rowid_before(const Page& page, std::size_t offset) {
  std::size_t first = offset - 1;
  while (first > 0 && (page[first - 1] & 0x80u) != 0) --first;
  return static_cast<std::int64_t>(Cursor(page.data(), page.size(), first).varint());
}

/// Where the cells of a table's leaf say that their records begin.
std::vector<bool> live_offsets(const Page& page) {
  std::vector<bool> live(kScanPageBytes, false);
  if (page[0] != kTableLeaf) return live;
  Cursor pointers(page.data(), page.size(), 3);
  const std::uint64_t count = pointers.integer(2);
  pointers = Cursor(page.data(), page.size(), 8);
  for (std::uint64_t i = 0; i < count && pointers.ok(); ++i) {
    Cursor cell(page.data(), page.size(), pointers.integer(2));
    cell.varint();  // the record's length
    cell.varint();  // the rowid
    if (cell.ok() && cell.at() < live.size()) live[cell.at()] = true;
  }
  return live;
}

bool read_page(int fd, std::uint64_t number, Page& page) {
  page.fill(0);
  return ::pread(fd, page.data(), page.size(), static_cast<off_t>(number * kScanPageBytes)) > 0;
}

/// The record's bytes with those on overflow pages; empty if the chain breaks.
std::string bytes_of(int fd, std::uint64_t pages, const Page& page, std::size_t offset, const Shape& shape) {
  const std::size_t local = local_bytes(shape.total_bytes);
  const bool overflows = local < shape.total_bytes;
  if (offset + local + (overflows ? 4 : 0) > page.size()) return {};
  std::string bytes(reinterpret_cast<const char*>(page.data()) + offset, local);
  if (!overflows) return bytes;
  std::uint64_t next = Cursor(page.data(), page.size(), offset + local).integer(4);
  Page overflow;
  while (bytes.size() < shape.total_bytes) {
    if (next < 2 || next > pages || !read_page(fd, next - 1, overflow)) return {};
    next = Cursor(overflow.data(), overflow.size(), 0).integer(4);
    const std::size_t more = std::min(shape.total_bytes - bytes.size(), kScanPageBytes - 4);
    bytes.append(reinterpret_cast<const char*>(overflow.data()) + 4, more);
  }
  return bytes;
}

}  // namespace

Result<PageScan> PageScan::open(const std::filesystem::path& file) {
  PageScan scan;
  scan.fd_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (scan.fd_ < 0 || ::fstat(scan.fd_, &status) != 0) {
    return Error{ErrorCode::unavailable,
                 std::string("the damaged journal cannot be read: ") + std::strerror(errno), file.string()};
  }
  scan.pages_ = (static_cast<std::uint64_t>(status.st_size) + kScanPageBytes - 1) / kScanPageBytes;
  return scan;
}

PageScan::~PageScan() {
  if (fd_ >= 0) ::close(fd_);
}

PageScan::PageScan(PageScan&& other) noexcept : fd_(std::exchange(other.fd_, -1)), pages_(other.pages_) {}

void PageScan::each(std::size_t min_columns, std::size_t max_columns,
                    const std::function<void(const Location&, const Record&)>& visit) const {
  Page page;
  for (std::uint64_t number = 0; number < pages_; ++number) {
    if (!read_page(fd_, number, page)) continue;
    const auto live = live_offsets(page);
    for (std::size_t offset = 8; offset + 2 < page.size(); ++offset) {
      const auto shape = shape_at(page, offset, min_columns, max_columns);
      if (!shape) continue;
      const std::string bytes = bytes_of(fd_, pages_, page, offset, *shape);
      if (bytes.empty()) continue;
      visit({number, static_cast<std::uint32_t>(offset), rowid_before(page, offset), live[offset]},
            values_of(*shape, bytes));
    }
  }
}

Record PageScan::at(const Location& location, std::size_t max_columns) const {
  Page page;
  if (!read_page(fd_, location.page, page)) return {};
  const auto shape = shape_at(page, location.offset, 1, max_columns);
  if (!shape) return {};
  const std::string bytes = bytes_of(fd_, pages_, page, location.offset, *shape);
  return bytes.empty() ? Record{} : values_of(*shape, bytes);
}

}  // namespace farewell::journal
