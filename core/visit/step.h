// One update in progress: the state being changed and the effects gathered. Private to visit/; visit.h is
// what others read. A handler for each action: Welcome's and Change's in answering.cpp, Recovery's, Contact's
// and Goodbye's in recovering.cpp, what all screens share in step.cpp.
#pragma once

#include <utility>

#include "core/visit/visit.h"

namespace farewell::visit {

class Step {
 public:
  Step(const State& state, std::int64_t now_ms, const survey::Survey& survey, const Abilities& abilities);

  /// What every touch does before its own meaning: begins a visit where one can begin, keeps it alive.
  void touch(const Action& action);
  Next take() { return {std::move(state_), std::move(effects_)}; }

  void on(const Touched&) {}
  void on(const LanguageChosen& chosen);
  void on(const EaseTapped& tapped);
  void on(const VolumeTapped& tapped);
  void on(const UsualTapped&);
  void on(const BackTapped&);
  void on(const MoreTimeTapped&) {}
  void on(const ImDoneTapped&);
  void on(const TimePassed&);

  void on(const FaceTapped& tapped);
  void on(const AnswerSaved& saved);
  void on(const AnswerNotSaved& not_saved);
  void on(const TopicTapped& tapped);
  void on(const WordsTapped&);
  void on(const DraftEdited& edited);
  void on(const WordsDone&);
  void on(const ChangeDone&);

  void on(const HelpTapped&);
  void on(const NoThanksTapped&);
  void on(const ContactTapped&);
  void on(const ContactByTapped& tapped);
  void on(const ContactEdited& edited);
  void on(const ContactSent&);
  void on(const ContactSealed& sealed);
  void on(const ContactNotSealed& not_sealed);
  void on(const HelpRinging&) {}
  void on(const HelpAccepted& accepted);
  void on(const HelpUnavailable& unavailable);
  void on(const TreatGiven& given);
  void on(const TreatNotGiven& not_given);
  void on(const SurpriseTouched&);
  void on(const AllDoneTapped&);

 private:
  Visit& visit() { return *state_.visit; }
  bool is_at(Screen screen) const { return state_.visit && state_.screen == screen; }
  bool is_visit(std::uint64_t number) const { return state_.visit && state_.visit->number == number; }
  bool sealing() { return visit().recovery == Recovery::contact && !visit().contact_sealed; }
  bool ringing(std::uint64_t number) const;
  bool awaits_treat(std::uint64_t number) const;

  void begin_visit();
  void end_visit();
  void note_time_here();
  void go_to(Screen screen);
  void go_on_when_held();
  void go_on_after_change();
  void go_to_goodbye();
  void ask_for_treat();
  void note_change_done();
  void save_change();
  void help_ended(HelpCall outcome, const std::string& by);

  State state_;
  std::vector<Effect> effects_;
  const std::int64_t now_ms_;
  const bool was_warned_;
  const survey::Survey& survey_;
  const Abilities& abilities_;
};

/// The instants of this state at which time alone changes something. Monotonic milliseconds.
std::int64_t held_until_ms(const State& state, const survey::Survey& survey);
std::int64_t warning_due_ms(const State& state, const survey::Survey& survey);
std::int64_t warning_ends_ms(const State& state, const survey::Survey& survey);
std::int64_t home_due_ms(const State& state, const survey::Survey& survey);

/// Goodbye with a treat's code stays until All done or the idle warning's end: the code is to be written
/// down.
bool stands_until_done(const State& state);

/// Nothing that a customer said or chose would be lost if the visit ended here: no need to ask.
bool is_untouched(const State& state, const survey::Survey& survey);

}  // namespace farewell::visit
