// A hundred thousand actions in no sensible order at no sensible times. After each, what must always hold:
//   1 without a visit the screen is Welcome, in the default language, with nothing eased, warned or due
//   2 with a visit something is due, and never what TimePassed has just dealt with
//   3 no screen but Welcome is reached before an answer was saved, and a face is held only on Welcome
//   4 a visit is finished at most once, and only if its answer was reported saved
//   5 a visit rings and seals at most once
//   6 effects belong to the visit in progress or the one that has just ended
//   7 no unhappy customer meets anything festive, and at most one treat is asked for
//   8 the times of the screens add up to the visit's
//   9 chosen topics were offered, once each
//  10 left alone, the terminal is home and empty within a bounded time (tried every hundred actions)
//  11 the volume is one of its five steps
#include <catch2/catch.hpp>
#include <set>

#include "core/visit/draw.h"
#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

using testing::Terminal;

constexpr std::int64_t kHomeWithinMs = kMoreTimeMs + 20'000 + kRingAtMostMs + 20'000;

class Walker {
 public:
  explicit Walker(std::uint64_t seed) : random_(seed) {}

  Action next(const Terminal& terminal) {
    const auto value = static_cast<int>(below(7));
    const std::uint64_t number = terminal.state.visits - (below(4) == 0 ? 1 : 0);
    const Action actions[] = {Touched{},
                              FaceTapped{value},
                              FaceTapped{1},
                              FaceTapped{2},
                              LanguageChosen{below(2) ? "nb" : "xx"},
                              EaseTapped{static_cast<Ease>(below(6))},
                              VolumeTapped{below(2) ? Louder::louder : Louder::quieter},
                              UsualTapped{},
                              BackTapped{},
                              TopicTapped{below(2) ? "waiting" : "prices"},
                              TopicTapped{"unknown"},
                              WordsTapped{},
                              DraftEdited{below(2) ? "some words" : ""},
                              WordsDone{},
                              ChangeDone{},
                              ChangeDone{},
                              HelpTapped{},
                              NoThanksTapped{},
                              ContactTapped{},
                              ContactTapped{},
                              ContactByTapped{ContactBy::email},
                              ContactEdited{below(2) ? "91234567" : "kari@example.no"},
                              ContactSent{},
                              SurpriseTouched{},
                              AllDoneTapped{},
                              MoreTimeTapped{},
                              ImDoneTapped{},
                              TimePassed{},
                              TimePassed{},
                              TimePassed{},
                              AnswerSaved{number},
                              AnswerSaved{number},
                              AnswerSaved{number},
                              AnswerNotSaved{number},
                              ContactSealed{number},
                              ContactNotSealed{number},
                              HelpRinging{number},
                              HelpAccepted{number, "Anna"},
                              HelpUnavailable{number},
                              TreatGiven{number, "K7QM-2RXD"},
                              TreatNotGiven{number}};
    return actions[below(std::size(actions))];
  }

  std::int64_t pause_ms() {
    switch (below(20)) {
      case 0:
        return static_cast<std::int64_t>(below(60'000));
      case 1:
        return static_cast<std::int64_t>(below(5'000));
      case 2:
        return -static_cast<std::int64_t>(below(2'000));
      default:
        return static_cast<std::int64_t>(below(300));
    }
  }

  std::uint64_t below(std::uint64_t limit) { return draw_below(random_, limit); }

 private:
  std::uint64_t random_;
};

/// Sees every step and says which rule it broke; 0: none.
class Witness {
 public:
  int broken_by(const State& before, const Action& action, const Next& next, const survey::Survey& survey) {
    if (before.visit && before.visit->pressed != 0) {
      if (const auto* saved = std::get_if<AnswerSaved>(&action);
          saved && saved->visit == before.visit->number) {
        saved_.insert(saved->visit);
      }
    }
    for (const Effect& effect : next.effects) {
      if (const int rule = broken_by_effect(before, next.state, effect)) return rule;
    }
    return next.state.visit ? broken_within(next.state, action, survey) : broken_between(next.state, survey);
  }

 private:
  static int broken_between(const State& state, const survey::Survey& survey) {
    const bool plain = state.screen == Screen::welcome && state.language == survey.default_language &&
                       state.eases == Eases{} && !state.idle_warning;
    return plain && !due_ms(state, survey) ? 0 : 1;
  }

  static int broken_within(const State& state, const Action& action, const survey::Survey& survey) {
    const Visit& visit = *state.visit;
    const auto due = due_ms(state, survey);
    if (!due) return 2;
    if (std::holds_alternative<TimePassed>(action) && *due <= state.now_ms) return 2;
    if (state.eases.volume < 1 || state.eases.volume > kMaxVolume) return 11;
    if (state.screen != Screen::welcome && (visit.value == 0 || visit.pressed != 0)) return 3;
    if (state.screen == Screen::goodbye && survey::is_unhappy(visit.value) &&
        farewell(state) <= Farewell::plain) {
      return 7;
    }
    const std::set<std::string> chosen(visit.topics.begin(), visit.topics.end());
    if (chosen.size() != visit.topics.size() || chosen.contains("unknown")) return 9;
    return 0;
  }

  int broken_by_effect(const State& before, const State& after, const Effect& effect) {
    if (std::holds_alternative<CountWoken>(effect)) return 0;
    const std::uint64_t number = number_of(effect);
    const bool current =
        (before.visit && before.visit->number == number) || (after.visit && after.visit->number == number);
    if (!current) return 6;
    if (std::holds_alternative<RingForHelp>(effect) && !rung_.insert(number).second) return 5;
    if (std::holds_alternative<SealContact>(effect) && !sealed_.insert(number).second) return 5;
    if (std::holds_alternative<GiveTreat>(effect) && !treated_.insert(number).second) return 7;
    const auto* finish = std::get_if<FinishVisit>(&effect);
    if (finish == nullptr) return 0;
    if (!finished_.insert(number).second || !saved_.contains(number)) return 4;
    std::int64_t sum_ms = 0;
    for (const ScreenTime& time : finish->screens) sum_ms += time.ms;
    return sum_ms == finish->duration_ms ? 0 : 8;
  }

  static std::uint64_t number_of(const Effect& effect) {
    return std::visit(
        [](const auto& kind) -> std::uint64_t {
          if constexpr (requires { kind.visit; }) return kind.visit;
          return 0;
        },
        effect);
  }

  std::set<std::uint64_t> saved_, finished_, rung_, sealed_, treated_;
};

}  // namespace

TEST_CASE("no walk of a hundred thousand actions breaks what must always hold") {
  Terminal terminal;
  terminal.survey.surprises.kinds = {"garden", "fact", "number", "treat", "changed"};
  terminal.survey.surprises.milestone_every = 10;
  Walker walker(20261121);
  Witness witness;
  std::size_t finished = 0;
  std::set<Screen> seen;
  for (int step = 0; step < 100'000; ++step) {
    if (!terminal.state.visit) terminal.survey.scale = walker.below(2) ? 4 : 5;
    terminal.abilities = {.help_calls = walker.below(2) == 0,
                          .contacts = walker.below(4) != 0,
                          .treats = walker.below(4) != 0,
                          .guest = static_cast<std::uint32_t>(terminal.state.visits)};
    terminal.now_ms += walker.pause_ms();
    const Action action = walker.next(terminal);
    Next next = update(terminal.state, action, terminal.now_ms, terminal.survey, terminal.abilities);
    if (const int rule = witness.broken_by(terminal.state, action, next, terminal.survey)) {
      FAIL("step " << step << ", action " << action.index() << " on " << to_text(terminal.state.screen)
                   << ": rule " << rule);
    }
    for (const Effect& effect : next.effects) finished += std::holds_alternative<FinishVisit>(effect) ? 1 : 0;
    terminal.state = std::move(next.state);
    seen.insert(terminal.state.screen);

    if (step % 100 == 0) {
      Terminal left_alone = terminal;
      left_alone.now_ms = std::max(left_alone.now_ms, left_alone.state.now_ms);
      left_alone.wait(kHomeWithinMs);
      REQUIRE_FALSE(left_alone.state.visit);
    }
  }
  CHECK(finished > 300);  // the walk went somewhere
  CHECK(seen.size() == 6);
}

}  // namespace farewell::visit
