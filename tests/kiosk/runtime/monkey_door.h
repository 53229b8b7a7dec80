// A terminal without window, disk and network, for hands that do not know what they do: real press, real
// machine, the screens' real targets, a clock that the test moves, and a journal, a hub and a treats' key
// that answer when they like. Keeps its own ledger of what must come out. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/kiosk/runtime/press.h"
#include "app/kiosk/screens/screens.h"
#include "core/visit/visit.h"

namespace farewell::kiosk::testing {

/// The screens' scenes, each laid out once: what the targets' places follow from is its key.
class Scenes {
 public:
  Scenes();
  const survey::Survey& survey() const { return survey_; }
  const Scene& scene_of(const visit::State& state, const std::string& sheet, std::int64_t now_ms);
  std::size_t laid_out() const { return kept_.size(); }

 private:
  survey::Survey survey_;
  std::vector<survey::Language> languages_;
  Theme day_, contrast_;
  Metrics metrics_;
  Type type_;
  std::map<std::string, Scene> kept_;
};

class Door {
 public:
  Door(Scenes& scenes, std::uint64_t seed);

  void feel(Touch touch);
  /// Lets time go by: what is due happens, and outcomes arrive.
  void pass(std::int64_t ms);

  const Scene& scene() const { return scenes_->scene_of(state_, sheet_, now_ms_); }
  const visit::State& state() const { return state_; }
  std::size_t finished() const { return finished_.size(); }
  std::size_t woken() const { return starts_ms_.size(); }
  std::size_t flagged() const { return flagged_; }
  bool holds_a_target() const { return press_.pressed(scene()).has_value(); }
  bool has_a_finger() const { return !fingers_.empty(); }
  std::vector<std::int64_t> fingers() const { return {fingers_.begin(), fingers_.end()}; }
  std::int64_t now_ms() const { return now_ms_; }
  /// What does not hold and always must; empty: all does.
  const std::string& broken() const { return broken_; }

 private:
  void happens(const visit::Action& action);
  void note(const visit::State& before, const visit::Action& action);
  void carry_out(const visit::Effect& effect);
  void check_finish(const visit::FinishVisit& finish);
  void check_state();
  void mean(const Intent& intent);
  void later(std::int64_t within_ms, visit::Action action);
  std::vector<std::string> expected_flags() const;
  std::uint64_t below(std::uint64_t limit);
  void fail(const std::string& what) {
    if (broken_.empty()) broken_ = what;
  }

  Scenes* scenes_;
  std::uint64_t random_;
  visit::State state_;
  visit::Abilities abilities_;
  Press press_;
  std::string sheet_;
  std::int64_t now_ms_ = 1'000'000;
  std::multimap<std::int64_t, visit::Action> outcomes_;
  std::set<std::int64_t> fingers_;
  // The ledger.
  std::vector<std::int64_t> starts_ms_, ends_ms_;
  std::vector<std::string> flags_now_;  ///< of the visit in progress, by rules written once more
  std::map<std::uint64_t, int> saved_;  ///< what the journal said it had, by visit
  std::set<std::uint64_t> finished_;
  std::size_t flagged_ = 0;
  std::string broken_;
};

}  // namespace farewell::kiosk::testing
