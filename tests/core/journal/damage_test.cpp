#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "core/base/file.h"
#include "core/journal/journal.h"
#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

namespace {

constexpr std::size_t kPage = 4096;
constexpr int kAcknowledged = 15;

std::uint64_t seed() {
  const char* given = std::getenv("FAREWELL_SEED");
  static const std::uint64_t seed = given ? std::stoull(given) : std::random_device{}();
  return seed;
}

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// The bytes of a journal with acknowledged, unsent, dead and unfinished responses, some longer than a page,
/// and what is in it.
struct Sample {
  std::string bytes;
  std::map<std::string, wire::Response> unsent;  ///< by id, without a number; the dead one too
  wire::Response unfinished = with_words(visit(2, kNow + 2 * kHour), "still typing");

  Sample() {
    TempDir folder;
    auto journal = open(folder / "journal.db");
    for (int i = 0; i < 60; ++i) {
      auto response = with_words(visit(1 + i % 5, kNow + i * 60'000), "answer " + std::to_string(i));
      if (i % 10 == 5) response.unknown = {{"long", std::string(5'000, static_cast<char>('a' + i % 26))}};
      value_of(journal->finish(response));
      if (i >= kAcknowledged) unsent.emplace(response.id, response);
    }
    const auto stream = value_of(journal->current_stream()).id;
    must(journal->acknowledge(stream, kAcknowledged, kNow));
    must(journal->mark_dead(stream, 40, "the hub answered 422"));
    must(journal->count(kNow, {"", 60, 60, 30, 30}));
    must(journal->save_unfinished(unfinished));
    bytes = value_of(read_file(folder / "journal.db"));
  }
};

const Sample& sample() {
  static const Sample sample;
  return sample;
}

/// What a terminal finds after the damage.
struct Found {
  TempDir folder;
  Opened opened;
  std::map<std::string, wire::Response> unsent;
  bool has_unfinished = false;
  int dead = 0;

  explicit Found(const std::string& bytes) {
    const auto file = folder / "journal.db";
    put(file, bytes);
    auto journal = open(file, &opened);
    CHECK(value_of(journal->check()).empty());
    const auto ids = unsent_ids(*journal);
    dead = static_cast<int>(value_of(journal->unsent()).dead);
    for (auto& response : all(*journal)) {
      has_unfinished = has_unfinished || response.id == sample().unfinished.id;
      response.seq = 0;
      if (!opened.was_damaged && !sample().unsent.contains(response.id)) continue;
      if (response.id != sample().unfinished.id) unsent.emplace(response.id, response);
    }
    CHECK(ids.size() + static_cast<std::size_t>(dead) == unsent.size() + (has_unfinished ? 1 : 0));
    CHECK(value_of(journal->finish(visit(5))) > 0);  // it goes on
    if (opened.was_damaged) CHECK(value_of(read_file(opened.set_aside)) == bytes);
  }

  /// How many unsent answers are gone; fails if one is not what was written.
  std::size_t lost() const {
    std::size_t lost = 0;
    for (const auto& [id, response] : sample().unsent) {
      const auto found = unsent.find(id);
      if (found == unsent.end()) {
        ++lost;
      } else {
        CHECK(found->second == response);
      }
    }
    return lost + (has_unfinished ? 0 : 1);
  }
};

std::string flipped(std::string bytes, std::size_t offset, unsigned bit) {
  bytes[offset] = static_cast<char>(static_cast<unsigned char>(bytes[offset]) ^ (1u << bit));
  return bytes;
}

constexpr int kLarge = 300;

/// The bytes of a journal too large to be looked through at a start.
std::string large_journal() {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  for (int i = 0; i < kLarge; ++i) {
    auto response = visit(3, kNow + i * 60'000);
    response.unknown = {{"long", std::string(5'000, 'a')}};
    value_of(journal->finish(response));
  }
  journal.reset();
  auto bytes = value_of(read_file(folder / "journal.db"));
  REQUIRE(bytes.size() > 1u << 20);
  return bytes;
}

std::string with_a_flip_in_the_middle(std::string bytes) {
  const auto middle = bytes.find("aaaaaaaa", bytes.size() / 2);
  return flipped(std::move(bytes), middle, 0);
}

}  // namespace

TEST_CASE("an undamaged journal is not set aside") {
  const Found found(sample().bytes);
  CHECK_FALSE(found.opened.was_damaged);
  CHECK(found.lost() == 0);
}

TEST_CASE("one bit turned over anywhere costs at most the answer it lies in, and the loss is reported") {
  std::mt19937_64 random(seed());
  std::cout << "seed " << seed() << '\n';
  int damaged = 0;
  for (int i = 0; i < 200; ++i) {
    const std::size_t offset = random() % sample().bytes.size();
    const unsigned bit = static_cast<unsigned>(random() % 8);
    INFO("seed " << seed() << " offset " << offset << " bit " << bit);
    const Found found(flipped(sample().bytes, offset, bit));
    CHECK(found.lost() <= (found.opened.was_damaged ? 1 : 0));
    damaged += found.opened.was_damaged;
  }
  CHECK(damaged > 50);
}

TEST_CASE("any byte of the header may have a bit turned over and no answer is lost") {
  std::mt19937_64 random(seed());
  for (std::size_t offset = 0; offset < 100; ++offset) {
    const unsigned bit = static_cast<unsigned>(random() % 8);
    INFO("seed " << seed() << " offset " << offset << " bit " << bit);
    const Found found(flipped(sample().bytes, offset, bit));
    CHECK(found.lost() == 0);
  }
}

TEST_CASE("a page wiped out costs only the answers on it") {
  for (std::size_t at = 0; at < sample().bytes.size(); at += kPage) {
    INFO("page " << at / kPage + 1);
    std::string bytes = sample().bytes;
    bytes.replace(at, kPage, kPage, '\0');
    const Found found(bytes);
    CHECK(found.lost() <= (found.opened.was_damaged ? 14 : 0));  // a free page has nothing to lose
  }
}

TEST_CASE("a journal cut off at any page keeps what is left of it") {
  for (std::size_t size = kPage; size < sample().bytes.size(); size += kPage) {
    INFO("bytes " << size);
    const std::string bytes = sample().bytes.substr(0, size);
    const Found found(bytes);
    CHECK(found.opened.was_damaged);
    for (const auto& [id, response] : sample().unsent) {
      const bool is_whole =
          !response.unknown.contains("long") && bytes.find(response.change->comment + "\"") < size;
      if (is_whole) CHECK(found.unsent.contains(id));
    }
  }
}

TEST_CASE("many bits turned over do not keep the terminal from starting") {
  std::mt19937_64 random(seed());
  for (int i = 0; i < 30; ++i) {
    INFO("seed " << seed() << " try " << i);
    std::string bytes = sample().bytes;
    for (int flips = 0; flips < 300; ++flips) {
      bytes = flipped(std::move(bytes), random() % bytes.size(), static_cast<unsigned>(random() % 8));
    }
    const Found found(bytes);
    CHECK(found.opened.was_damaged);
    found.lost();
  }
}

TEST_CASE("a file that is no database is set aside") {
  TempDir folder;
  put(folder / "journal.db", "what on earth is this");
  Opened opened;
  open(folder / "journal.db", &opened);
  CHECK(opened.was_damaged);
  CHECK(value_of(read_file(opened.set_aside)) == "what on earth is this");
}

TEST_CASE("an empty file is a new journal") {
  TempDir folder;
  put(folder / "journal.db", "");
  Opened opened;
  open(folder / "journal.db", &opened);
  CHECK_FALSE(opened.was_damaged);
}

TEST_CASE("a looker-on is told of damage and changes nothing") {
  TempDir folder;
  std::string bytes = sample().bytes;
  bytes.replace(0, 16, 16, 'x');
  put(folder / "journal.db", bytes);
  const auto journal = Journal::open(folder / "journal.db", Mode::read_only);
  REQUIRE_FALSE(journal.ok());
  CHECK(journal.error().code == ErrorCode::corrupt);
  CHECK(value_of(read_file(folder / "journal.db")) == bytes);
}

TEST_CASE("a large journal is looked through in slices, and damage in its middle is found and mended") {
  TempDir folder;
  const auto file = folder / "journal.db";
  put(file, with_a_flip_in_the_middle(large_journal()));
  Opened opened;
  auto journal = open(file, &opened);
  CHECK_FALSE(opened.was_damaged);
  while (value_of(journal->examine()) == Examined::so_far) continue;
  CHECK(journal->opened().was_damaged);
  CHECK(journal->opened().carried_over == kLarge - 1);
  CHECK(unsent_ids(*journal).size() == kLarge - 1);
}

TEST_CASE("damage is mended by the call that meets it, and the terminal goes on") {
  TempDir folder;
  const auto file = folder / "journal.db";
  put(file, with_a_flip_in_the_middle(large_journal()));
  auto journal = open(file);
  const auto stream = value_of(journal->current_stream()).id;
  const auto entries = journal->entries_after(stream, kLarge / 2 - 20, 40, 1u << 20);
  REQUIRE_FALSE(entries.ok());
  CHECK(entries.error().code == ErrorCode::not_found);  // the stream is another one now
  CHECK(journal->opened().was_damaged);
  CHECK(value_of(journal->finish(visit(4))) == kLarge);
  CHECK(unsent_ids(*journal).size() == kLarge);
}

TEST_CASE("a response whose bytes rotted is not sent as if it were sound") {
  TempDir folder;
  const auto file = folder / "journal.db";
  auto journal = open(file);
  const auto sound = finish(*journal, 3);
  value_of(journal->finish(with_words(visit(2), "rotten apples")));
  journal.reset();
  std::string bytes = value_of(read_file(file));
  bytes.replace(bytes.find("rotten apples"), 6, "gotten");
  put(file, bytes);
  Opened opened;
  journal = open(file, &opened);
  CHECK(opened.was_damaged);
  CHECK(opened.carried_over == 3);
  CHECK(unsent_ids(*journal) == sound);
}
