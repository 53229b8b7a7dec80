#include "core/visit/private_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <new>

namespace farewell::visit {
namespace {

/// Raw memory that outlives the text built in it, so that a test may look at what is left.
struct Grave {
  alignas(PrivateText) std::byte bytes[sizeof(PrivateText)] = {};
  bool holds(std::string_view text) const {
    const auto* first = reinterpret_cast<const char*>(bytes);
    return std::search(first, first + sizeof bytes, text.begin(), text.end()) != first + sizeof bytes;
  }
};

}  // namespace

TEST_CASE("a short text leaves nothing where it stood") {
  Grave grave;
  auto* text = new (grave.bytes) PrivateText("91234567");
  REQUIRE(grave.holds("91234567"));
  text->~PrivateText();
  CHECK_FALSE(grave.holds("9123"));
}

TEST_CASE("a text that is moved away leaves nothing behind") {
  Grave grave;
  auto* text = new (grave.bytes) PrivateText("91234567");
  const PrivateText moved(std::move(*text));
  CHECK(moved == "91234567");
  CHECK_FALSE(grave.holds("9123"));
  text->~PrivateText();
}

TEST_CASE("a shorter text leaves nothing of the longer one it replaces") {
  Grave grave;
  auto* text = new (grave.bytes) PrivateText("91234567");
  *text = PrivateText("1");
  CHECK_FALSE(grave.holds("234567"));
  CHECK(*text == "1");
  text->~PrivateText();
}

TEST_CASE("wiping overwrites the whole of a long text's memory") {
  std::string text(100, 'x');
  text.resize(50);
  const char* memory = text.data();
  wipe(text);
  CHECK(text.empty());
  CHECK(std::all_of(memory, memory + 100, [](char c) { return c == '\0'; }));
}

TEST_CASE("a text assigned to itself stays") {
  PrivateText text("kept");
  const PrivateText& same = text;
  text = same;
  CHECK(text == "kept");
}

}  // namespace farewell::visit
