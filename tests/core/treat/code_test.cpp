#include "core/treat/code.h"

#include <catch2/catch.hpp>
#include <set>

namespace farewell::treat {
namespace {

constexpr Day kDay{2026, 11, 21};
constexpr Day kNextDay{2026, 11, 22};
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Key a_key(std::uint8_t first = 1) {
  Key key{};
  key[0] = first;
  return key;
}

/// With the letter at `at` replaced by the `step`th after it.
std::string with_wrong_letter(std::string code, std::size_t at, std::size_t step) {
  code[at] = kLetters[(kLetters.find(code[at]) + step) % kLetters.size()];
  return code;
}

}  // namespace

TEST_CASE("a code says which treat of the day it is, to whoever has the key") {
  for (int serial = 1; serial <= kMostSerial; ++serial) {
    CHECK(serial_of(make_code(a_key(), kDay, serial), a_key(), kDay) == serial);
  }
}

TEST_CASE("a day's codes all differ") {
  std::set<std::string> codes;
  for (int serial = 1; serial <= kMostSerial; ++serial) codes.insert(make_code(a_key(), kDay, serial));
  CHECK(codes.size() == kMostSerial);
}

TEST_CASE("a code is eight letters in two groups") {
  const std::string code = make_code(a_key(), kDay, 7);
  REQUIRE(code.size() == 9);
  CHECK(code[4] == '-');
  CHECK(code.find_first_not_of(std::string(kLetters) + "-") == code.npos);
}

TEST_CASE("a code is nothing to another terminal's key, and nothing on another day") {
  const std::string code = make_code(a_key(), kDay, 7);
  CHECK_FALSE(serial_of(code, a_key(2), kDay));
  CHECK_FALSE(serial_of(code, a_key(), kNextDay));
}

TEST_CASE(
    "a code is made in the same way everywhere and for ever, since desks check those of other versions") {
  // The same by Python's hmac and the field's arithmetic written once more.
  CHECK(make_code(a_key(), kDay, 1) == "C5W0-MWG4");
}

TEST_CASE("what people type for a code is read as it") {
  const std::string code = make_code(a_key(), kDay, 7);
  std::string lower;
  for (const char c : code) lower += c == '-' ? ' ' : static_cast<char>(c >= 'A' ? c - 'A' + 'a' : c);
  CHECK(*normalise_code(lower) == code);
  CHECK(*normalise_code(" " + code.substr(0, 4) + code.substr(5)) == code);
}

TEST_CASE("O is read as 0, I and L as 1") {
  for (int serial = 1; serial <= 200; ++serial) {
    const std::string code = make_code(a_key(), kDay, serial);
    std::string misread = code;
    for (char& c : misread) c = c == '0' ? 'O' : c == '1' ? 'l' : c;
    CHECK(*normalise_code(misread) == code);
  }
}

TEST_CASE("any one letter that is wrong is noticed") {
  for (int serial = 1; serial <= 40; ++serial) {
    const std::string code = make_code(a_key(), kDay, serial);
    for (const std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u, 7u, 8u}) {
      for (std::size_t step = 1; step < kLetters.size(); ++step) {
        CHECK_FALSE(normalise_code(with_wrong_letter(code, at, step)));
      }
    }
  }
}

TEST_CASE("two neighbours that are swapped are noticed") {
  for (int serial = 1; serial <= 200; ++serial) {
    const std::string code = make_code(a_key(), kDay, serial);
    for (const std::size_t at : {0u, 1u, 2u, 5u, 6u, 7u}) {
      std::string swapped = code;
      std::swap(swapped[at], swapped[at + 1]);
      if (swapped != code) CHECK_FALSE(normalise_code(swapped));
    }
  }
}

TEST_CASE("what is no code is told from a code with a slip") {
  CHECK(normalise_code("hello").error().message.find("eight letters") != std::string::npos);
  CHECK(normalise_code("UUUU-UUUU").error().message.find("eight letters") != std::string::npos);
  const std::string code = make_code(a_key(), kDay, 7);
  CHECK(normalise_code(code + "0").error().message.find("eight letters") != std::string::npos);
  CHECK(normalise_code(with_wrong_letter(code, 2, 1)).error().message.find("letter wrong") !=
        std::string::npos);
}

TEST_CASE("what is told of a wrong code is one short line, whatever was typed") {
  const std::string told = normalise_code("K7QM\n2RXD\x1b[2J" + std::string(10'000, 'x')).error().text();
  CHECK(told.find('\n') == std::string::npos);
  CHECK(told.find('\x1b') == std::string::npos);
  CHECK(told.size() < 200);
}

TEST_CASE("hardly any made-up code is genuine") {
  int genuine = 0;
  std::uint64_t random = 1;
  for (int i = 0; i < 20'000; ++i) {
    std::string code;
    for (int letter = 0; letter < 8; ++letter) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      code += kLetters[random >> 59];
    }
    genuine += serial_of(code, a_key(), kDay) ? 1 : 0;
  }
  CHECK(genuine == 0);
}

}  // namespace farewell::treat
