// What a screen says to who listens: first its words, then what may be chosen, in the order of reading. And
// the band behind the words that are being said. Reads scenes; speaks nothing (runtime/reader.h). Drawing
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/kiosk/screens/screens.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {

/// One thing to be said in one breath.
struct Utterance {
  visit::PrivateText text;   ///< without line breaks and soft hyphens
  std::string language;      ///< BCP 47; each language's own name is said in that language
  Aloud aloud = Aloud::yes;  ///< never `no`
  int element = -1;          ///< the Text it reads; -1: a target's label
  int target = -1;           ///< the target it names; -1: a text

  /// The same words, wherever they stand.
  bool says_as(const Utterance& other) const { return text == other.text && language == other.language; }
};

/// All of `scene`, whose words are in `language`: what stands behind a sheet is not on offer and not said, a
/// button's word is said as the button, and ways elsewhere (back, other languages, making it easier) come
/// last. Keys of the on-screen keyboard are said when they are pressed, not one after another.
std::vector<Utterance> spoken(const Scene& scene, const std::string& language);

/// What one target of `scene` is called aloud, a key of the on-screen keyboard too.
Utterance utterance_of(const Scene& scene, std::size_t target, const std::string& language);

/// Puts the band behind `said`, one of spoken(scene). `scene` is finished: mirrored, if it is to be.
void add_spoken_band(const View& view, Scene& scene, const Utterance& said);

}  // namespace farewell::kiosk
