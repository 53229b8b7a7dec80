// Real espeak-ng, real MeCab; nothing is played.
#include "app/kiosk/platform/speech.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <vector>

#include "app/kiosk/platform/kana.h"
#include "app/kiosk/sound/tones.h"
#include "core/base/assets.h"
#include "core/survey/language.h"
#include "core/visit/private_text.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

Samples said(const std::string& text, const Voice& voice) {
  Speech speech;
  Samples all;
  const Status status = speech.say(text, voice, [&](std::span<const std::int16_t> samples) {
    all.insert(all.end(), samples.begin(), samples.end());
    return true;
  });
  INFO((status ? "" : status.error().text()));
  REQUIRE(status);
  return all;
}

bool is_heard(const Samples& samples) {
  return std::ranges::any_of(samples, [](std::int16_t sample) { return std::abs(int{sample}) > 3'000; });
}

/// How often the two halves stand together in this process's memory, as bytes or as wide characters.
int copies_in_memory(const std::string& first, const std::string& second) {
  std::ifstream maps("/proc/self/maps");
  std::ifstream memory("/proc/self/mem", std::ios::binary);
  int found = 0;
  for (std::string line; std::getline(maps, line);) {
    std::size_t from = 0, to = 0;
    if (std::sscanf(line.c_str(), "%zx-%zx rw", &from, &to) != 2 || line.find(" rw") == line.npos) continue;
    std::vector<char> bytes(to - from);
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(from));
    if (!memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) continue;
    for (const std::size_t width : {1u, 2u, 4u}) {
      const auto is_here = [&](std::size_t at) {
        for (std::size_t i = 0; i < first.size() + second.size(); ++i) {
          const char wanted = i < first.size() ? first[i] : second[i - first.size()];
          if (bytes[at + i * width] != wanted) return false;
        }
        return true;
      };
      const std::size_t length = (first.size() + second.size()) * width;
      for (std::size_t at = 0; at + length <= bytes.size(); ++at) {
        const auto* next = std::memchr(&bytes[at], first.front(), bytes.size() - length - at + 1);
        if (next == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(next) - bytes.data());
        found += is_here(at);
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("each shipped language that has a voice is heard in it") {
  const auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  for (const survey::Language& language : *languages) {
    const auto voice = voice_for(language.tag);
    if (!voice) continue;
    INFO(language.tag);
    const Samples samples = said(language.texts.at("welcome.thanks"), *voice);
    CHECK(is_heard(samples));
    CHECK(samples.size() > kSampleRateHz / 2);
    CHECK(samples.size() < 8 * kSampleRateHz);
  }
}

TEST_CASE("the same words sound otherwise by another language's voice") {
  CHECK(said("Rose", *voice_for("de")) != said("Rose", *voice_for("en")));
}

TEST_CASE("a full stop that is typed is said by its name") {
  CHECK(is_heard(said(".", *voice_for("en"))));
}

TEST_CASE("synthesis stops as soon as no more is wanted") {
  Speech speech;
  int taken = 0;
  const Status status = speech.say("One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.",
                                   *voice_for("en"), [&](std::span<const std::int16_t>) {
                                     ++taken;
                                     return false;
                                   });
  CHECK(status);
  CHECK(taken == 1);
}

TEST_CASE("a voice that is not there is named, and what to look for") {
  Speech speech;
  const Status status = speech.say("x", {"nobody"}, [](auto) { return true; });
  REQUIRE_FALSE(status);
  CHECK(status.error().text().find("nobody") != std::string::npos);
  CHECK(status.error().text().find("espeak-ng-data") != std::string::npos);
}

TEST_CASE("what a customer has typed is in nobody's memory once the voice has forgotten it") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  WARN("skipped: a sanitizer keeps what is freed, in a memory too large to search");
  return;
#endif
  Speech speech;
  {
    // Written down in halves, so that the text is nowhere but in what is said.
    const visit::PrivateText typed(std::string("The quokka by the ") + "till was rude to my aardvark.");
    REQUIRE(speech.say(typed, *voice_for("en"), [](auto) { return true; }));
    REQUIRE(copies_in_memory("quokka by the ", "till was") > 0);
  }
  speech.forget();
  CHECK(copies_in_memory("quokka by the ", "till was") == 0);
}

TEST_CASE("Japanese is read as it is pronounced: kanji, particles and numbers") {
  CHECK(*in_kana("待ち時間") == "マチジカン ");
  CHECK(*in_kana("本日は148番目です。") == "ホンジツ ワ ヒャク ヨン ジュー ハチ バンメ デス 。 ");
}
