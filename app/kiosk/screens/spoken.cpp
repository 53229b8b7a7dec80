#include "app/kiosk/screens/spoken.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace farewell::kiosk {
namespace {

/// What steers the setting of a text and is no sound: soft hyphen, zero-width space and joiners, isolates.
constexpr std::array<std::string_view, 7> kUnheard = {"\u00AD", "\u200B", "\u200E", "\u200F",
                                                      "\u2066", "\u2067", "\u2069"};

visit::PrivateText said_as(const std::string& text) {
  visit::PrivateText said;
  said.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    const auto unheard = std::ranges::find_if(
        kUnheard, [&](std::string_view mark) { return text.compare(i, mark.size(), mark) == 0; });
    if (unheard != kUnheard.end()) {
      i += unheard->size();
      continue;
    }
    said += text[i] == '\n' ? ' ' : text[i];
    ++i;
  }
  return said;
}

/// Where what is on offer begins: after the last scrim.
int first_element(const Scene& scene) {
  int first = 0;
  for (std::size_t i = 0; i < scene.elements.size(); ++i) {
    const auto* box = std::get_if<Box>(&scene.elements[i]);
    if (box != nullptr && box->shape == Shape::scrim) first = static_cast<int>(i) + 1;
  }
  return first;
}

bool belongs_to_target(const Scene& scene, int element) {
  return std::ranges::any_of(scene.targets, [element](const Target& target) {
    return element >= target.element_from && element < target.element_to;
  });
}

template <class Kind>
const Kind* action_in(const Intent& intent) {
  const auto* action = std::get_if<visit::Action>(&intent);
  return action != nullptr ? std::get_if<Kind>(action) : nullptr;
}

/// 0: an answer; 1: a way elsewhere; 2: the voice's own controls.
int rank(const Intent& intent) {
  if (std::holds_alternative<ReaderAsked>(intent) || action_in<visit::VolumeTapped>(intent)) return 2;
  const bool elsewhere = std::holds_alternative<SheetOpened>(intent) ||
                         std::holds_alternative<SheetClosed>(intent) ||
                         action_in<visit::LanguageChosen>(intent) || action_in<visit::BackTapped>(intent);
  return elsewhere ? 1 : 0;
}

/// What typing offers comes and goes with each key: it is said when it is chosen, or asked for.
bool comes_and_goes(const Intent& intent) {
  return std::holds_alternative<AlternativeChosen>(intent) ||
         std::holds_alternative<CandidateChosen>(intent) || std::holds_alternative<CandidatesTurned>(intent);
}

std::vector<Utterance> said_targets(const Scene& scene, const std::string& language) {
  std::vector<std::pair<int, Utterance>> ranked;
  for (std::size_t i = 0; i < scene.targets.size(); ++i) {
    const Target& target = scene.targets[i];
    if (target.label.empty() || std::holds_alternative<KeyPressed>(target.intent)) continue;
    const int place = rank(target.intent);
    Utterance utterance = utterance_of(scene, i, language);
    if (place == 2 || comes_and_goes(target.intent)) utterance.aloud = Aloud::with_all;
    ranked.push_back({place, std::move(utterance)});
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<int, Utterance>::first);
  std::vector<Utterance> said;
  for (auto& [place, utterance] : ranked) said.push_back(std::move(utterance));
  return said;
}

}  // namespace

Utterance utterance_of(const Scene& scene, std::size_t target, const std::string& language) {
  const auto* chosen = action_in<visit::LanguageChosen>(scene.targets[target].intent);
  return {.text = said_as(scene.targets[target].label),
          .language = chosen != nullptr ? chosen->tag : language,
          .target = static_cast<int>(target)};
}

std::vector<Utterance> spoken(const Scene& scene, const std::string& language) {
  std::vector<Utterance> said;
  for (int i = first_element(scene); i < static_cast<int>(scene.elements.size()); ++i) {
    const auto* text = std::get_if<Text>(&scene.elements[static_cast<std::size_t>(i)]);
    if (text == nullptr || text->text.empty() || text->aloud == Aloud::no || belongs_to_target(scene, i))
      continue;
    said.push_back({.text = said_as(text->text),
                    .language = text->language.empty() ? language : text->language,
                    .aloud = text->aloud,
                    .element = i});
  }
  for (Utterance& target : said_targets(scene, language)) said.push_back(std::move(target));
  return said;
}

}  // namespace farewell::kiosk
