#include "tests/faults/power_vfs.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "core/base/file.h"

namespace farewell::testing {
namespace {

namespace fs = std::filesystem;

std::size_t chosen(std::size_t count, bool old, bool all, Random& random) {
  if (old) return 0;
  if (all) return count;
  return below(random, count + 1);
}

void write_over(std::string& bytes, std::uint64_t bytes_at, const std::string& more, std::uint64_t more_at) {
  const std::uint64_t from = std::max(bytes_at, more_at);
  const std::uint64_t to = std::min(bytes_at + bytes.size(), more_at + more.size());
  if (from >= to) return;
  std::copy_n(more.begin() + static_cast<std::ptrdiff_t>(from - more_at), to - from,
              bytes.begin() + static_cast<std::ptrdiff_t>(from - bytes_at));
}

/// Part of `more` only, from its beginning or its end.
void tear(std::string& bytes, std::uint64_t bytes_at, const std::string& more, std::uint64_t more_at,
          Random& random) {
  std::string whole = bytes;
  write_over(whole, bytes_at, more, more_at);
  const std::size_t cut = below(random, bytes.size() + 1);
  if (once_in(random, 2)) {
    std::copy_n(whole.begin(), cut, bytes.begin());
  } else {
    std::copy(whole.begin() + static_cast<std::ptrdiff_t>(cut), whole.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(cut));
  }
}

}  // namespace

void Disk::about_to_change() {
  if (is_in_hook_ || !before_change) return;
  is_in_hook_ = true;
  before_change();
  is_in_hook_ = false;
}

/// A file without a byte may have been made a moment ago: nobody has synced its folder since.
Disk::ContentPtr Disk::opened(const std::string& path) {
  Name& name = names_[path];
  if (name.now()) return name.now();
  auto content = std::make_shared<Content>();
  if (auto bytes = read_file(path, 1u << 30)) content->durable = std::move(*bytes);
  if (content->durable.empty() || !name.volatile_.empty()) {
    name.volatile_.push_back(content);
  } else {
    name.durable = content;
  }
  return content;
}

void Disk::sync(Content& content) {
  for (const Change& change : content.volatile_) {
    if (change.truncates) {
      content.durable.resize(change.at);
      continue;
    }
    const std::size_t end = change.at + change.bytes.size();
    if (content.durable.size() < end) content.durable.resize(end);
    write_over(content.durable, 0, change.bytes, change.at);
  }
  content.volatile_.clear();
}

void Disk::sync_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  for (auto& [other, name] : names_) {
    if (fs::path(other).parent_path() != folder || name.volatile_.empty()) continue;
    name.durable = name.volatile_.back();
    name.volatile_.clear();
  }
}

void Disk::remove(const std::string& path) {
  const auto name = names_.find(path);
  if (name != names_.end()) name->second.volatile_.push_back(nullptr);
}

void Disk::forget(const fs::path& folder) {
  std::erase_if(names_, [&](const auto& entry) { return fs::path(entry.first).parent_path() == folder; });
}

std::string Disk::sector_after(const Content& content, std::uint64_t from, std::size_t size, Mood mood,
                               Random& random) {
  std::string bytes(size, '\0');
  if (from >= content.durable.size() && once_in(random, 4)) {
    for (char& byte : bytes) byte = static_cast<char>(random());
  }
  write_over(bytes, from, content.durable, 0);
  std::vector<const Change*> changes;
  for (const Change& change : content.volatile_) {
    const std::uint64_t end = change.at + change.bytes.size();
    if (change.truncates ? change.at < from + size : change.at < from + size && end > from)
      changes.push_back(&change);
  }
  const std::size_t kept = chosen(changes.size(), mood == Mood::all_old, mood == Mood::all_new, random);
  for (std::size_t i = 0; i < kept; ++i) {
    const Change& change = *changes[i];
    if (change.truncates) {
      const std::size_t left = change.at > from ? change.at - from : 0;
      std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(left), bytes.end(), '\0');
    } else {
      write_over(bytes, from, change.bytes, change.at);
    }
  }
  const bool tears = mood == Mood::mixed && kept < changes.size() && once_in(random, 2);
  if (tears && !changes[kept]->truncates) tear(bytes, from, changes[kept]->bytes, changes[kept]->at, random);
  return bytes;
}

std::string Disk::survivor(const Content& content, Mood mood, Random& random) {
  const std::size_t sector = once_in(random, 2) ? 512 : 4096;
  std::string bytes = content.durable;
  std::set<std::uint64_t> touched;
  std::vector<std::uint64_t> sizes{bytes.size()};
  for (const Change& change : content.volatile_) {
    const std::uint64_t end = change.at + change.bytes.size();
    for (std::uint64_t at = change.at / sector; at * sector < end; ++at) touched.insert(at);
    sizes.push_back(change.truncates ? change.at : std::max(sizes.back(), end));
  }
  for (const std::uint64_t at : touched) {
    if (bytes.size() < (at + 1) * sector) bytes.resize((at + 1) * sector);
    bytes.replace(at * sector, sector, sector_after(content, at * sector, sector, mood, random));
  }
  bytes.resize(sizes[chosen(sizes.size() - 1, mood == Mood::all_old, mood == Mood::all_new, random)]);
  return bytes;
}

void Disk::after_cut(const fs::path& from, const fs::path& to, Random& random) const {
  const auto mood = static_cast<Mood>(std::min<std::uint64_t>(below(random, 5), 2));
  for (const auto& entry : fs::directory_iterator(from)) {
    const bool is_untouched = !names_.contains(entry.path().string());
    if (is_untouched) fs::copy_file(entry.path(), to / entry.path().filename());
  }
  for (const auto& [path, name] : names_) {
    if (fs::path(path).parent_path() != from) continue;
    const std::size_t kept =
        chosen(name.volatile_.size(), mood == Mood::all_old, mood == Mood::all_new, random);
    const ContentPtr& content = kept == 0 ? name.durable : name.volatile_[kept - 1];
    if (!content) continue;
    const std::string bytes = survivor(*content, mood, random);
    std::FILE* file = std::fopen((to / fs::path(path).filename()).c_str(), "wb");
    if (file == nullptr) throw Broken("no room for what the cut left");
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (std::fclose(file) != 0 || !whole) throw Broken("no room for what the cut left");
  }
}

}  // namespace farewell::testing
