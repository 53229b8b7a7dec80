// Runs visits: holds the state, hands actions to the machine and carries out what follows against the
// journal, the help line and sync. Outcomes come back as notices. Draws nothing, blocks on nothing. Drawing
// thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/kiosk/runtime/day_book.h"
#include "app/kiosk/runtime/notices.h"
#include "app/kiosk/runtime/response_draft.h"
#include "core/base/clock.h"
#include "core/base/time_zone.h"
#include "core/journal/writer.h"
#include "core/survey/language.h"
#include "core/survey/survey.h"
#include "core/treat/key.h"
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
  std::filesystem::path day_book = {};                                 ///< the file; empty: kept nowhere
  std::optional<treat::Key> treat_key = {};                            ///< without one no treats are given
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
  /// Reports TimePassed if it is due; between visits, begins a new day if there is one.
  void pass_time();
  /// When to call pass_time(), in monotonic milliseconds; or at least to ask again, since wall clocks jump.
  std::optional<std::int64_t> due_ms() const;

  const visit::State& state() const { return state_; }
  const visit::Abilities& abilities() const { return abilities_; }
  const Asked& asked() const { return asked_; }
  /// Counts up whenever asked() is another one.
  int asked_number() const { return asked_number_; }

  /// Guests of today who left an answer: one flower each.
  std::uint32_t guests_today() const { return guests_; }
  const Day& today() const { return day_; }
  const TimeZone& zone() const { return zone_; }
  std::int64_t now_ms() const { return outside_.clock.monotonic_ms(); }
  std::int64_t utc_ms() const { return outside_.clock.utc_ms(); }
  void hear(const GuestsCounted& counted);

 private:
  void carry_out(const visit::CountWoken&);
  void carry_out(const visit::SaveAnswer& answer);
  void carry_out(const visit::SaveChange& change);
  void carry_out(const visit::SaveRecovery& recovery);
  void carry_out(const visit::RingForHelp& call);
  void carry_out(const visit::SealContact& contact);
  void carry_out(const visit::GiveTreat& treat);
  void carry_out(const visit::FinishVisit& finished);

  void note_outcome(const visit::Action& action);
  void begin_draft(std::uint64_t visit);
  /// Stores the draft as it stands and posts `well` or `badly`, if there is anything to post.
  void save(std::optional<visit::Action> well = {}, std::optional<visit::Action> badly = {});
  void count(const wire::HourCounts& more);
  void look_at_the_day();
  void look_at_the_treats();
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
  Day day_;  ///< the local day that is counted here
  std::uint32_t guests_ = 0;
  std::uint32_t treats_ = 0;
  bool counted_ = false;           ///< what came before this start is in guests_ and treats_
  std::shared_ptr<DayBook> book_;  ///< the journal's thread opens it, which may outlive the runner
};

}  // namespace farewell::kiosk
