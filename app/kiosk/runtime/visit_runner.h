// Runs visits: holds the state, hands actions to the machine and carries out what follows against the
// journal, the help line and sync. Outcomes come back as notices. Draws nothing, blocks on nothing. Drawing
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/kiosk/runtime/notices.h"
#include "app/kiosk/runtime/response_draft.h"
#include "core/base/clock.h"
#include "core/base/time_zone.h"
#include "core/journal/writer.h"
#include "core/survey/language.h"
#include "core/survey/survey.h"
#include "core/visit/visit.h"
#include "core/wire/messages.h"

namespace farewell::kiosk {

/// What visits reach beyond the screen. References outlive the runner.
struct Outside {
  const Clock& clock;
  journal::Writer& journal;
  Notices& notices;
  std::function<void()> response_finished;                             ///< tell sync; called on any thread
  std::function<void(std::uint64_t visit, wire::HelpCall call)> ring;  ///< returns at once
};

/// What is asked, and in which languages it can be.
struct Asked {
  survey::Survey survey;
  std::vector<survey::Language> languages;
};

class VisitRunner {
 public:
  /// `usual` is what each visit begins with.
  VisitRunner(Outside outside, Asked asked, std::uint64_t seed, const visit::Eases& usual = {});

  void enrol(const wire::Enrolment& enrolment);
  /// Asks something else from the next visit on.
  void ask_next(Asked asked);

  void dispatch(const visit::Action& action);
  /// Reports TimePassed if it is due.
  void pass_time();
  std::optional<std::int64_t> due_ms() const { return visit::due_ms(state_, asked_.survey); }

  const visit::State& state() const { return state_; }
  const visit::Abilities& abilities() const { return abilities_; }
  const Asked& asked() const { return asked_; }
  /// Counts up whenever asked() is another one.
  int asked_number() const { return asked_number_; }

  /// Guests of today who left an answer: one flower each.
  std::uint32_t guests_today() const { return guests_; }
  const Day& today() const { return day_; }
  std::int64_t now_ms() const { return outside_.clock.monotonic_ms(); }
  void hear(const GuestsCounted& counted);

 private:
  void carry_out(const visit::CountWoken&);
  void carry_out(const visit::SaveAnswer& answer);
  void carry_out(const visit::SaveChange& change);
  void carry_out(const visit::SaveRecovery& recovery);
  void carry_out(const visit::RingForHelp& call);
  void carry_out(const visit::SealContact& contact);
  void carry_out(const visit::FinishVisit& finished);

  void note_outcome(const visit::Action& action);
  void begin_draft(std::uint64_t visit);
  /// Stores the draft as it stands and posts `well` or `badly`, if there is anything to post.
  void save(std::optional<visit::Action> well = {}, std::optional<visit::Action> badly = {});
  void count(const wire::HourCounts& more);
  void look_at_the_day();
  bool reads_right_to_left(const std::string& language) const;

  Outside outside_;
  Asked asked_;
  std::optional<Asked> asked_next_;
  int asked_number_ = 1;
  visit::State state_;
  visit::Abilities abilities_;
  std::optional<wire::Key> sealing_key_;
  TimeZone zone_;
  std::optional<ResponseDraft> draft_;
  Day day_;  ///< the local day that guests_ counts
  std::uint32_t guests_ = 0;
};

}  // namespace farewell::kiosk
