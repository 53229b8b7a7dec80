// What other threads tell the drawing thread: outcomes of effects, news from the hub. A queue that wakes the
// one who waits. Any thread may post(); only the drawing thread takes.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

#include "app/kiosk/ime/candidate.h"
#include "app/kiosk/runtime/data_folder.h"
#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/visit/visit.h"

namespace farewell::kiosk {

/// The terminal has just been enrolled.
struct EnrolledNow {
  wire::Enrolment enrolment;
};
/// The hub will not have the pairing code.
struct CodeRefused {
  Error error;
};
/// The hub asks for something else from now on.
struct ConfigArrived {
  HubConfig config;
};
/// What a local day has come to so far.
struct GuestsCounted {
  Day day;
  std::uint32_t guests = 0;
  std::uint32_t treats = 0;
};
/// A line was heard to its end.
struct LineEnded {
  std::uint64_t line = 0;
};
/// Whether there is something to hear with.
struct HearingFound {
  bool there = false;
};
struct HeadphonesTurned {
  bool in = false;
};

/// What the composed letters may become, best first.
struct CandidatesFound {
  visit::PrivateText composing;
  std::vector<Candidate> candidates;
};

using Notice = std::variant<visit::Action, EnrolledNow, CodeRefused, ConfigArrived, GuestsCounted, LineEnded,
                            HearingFound, HeadphonesTurned, CandidatesFound>;

class Notices {
 public:
  /// `wake` is called after each post, on the poster's thread.
  explicit Notices(std::function<void()> wake) : wake_(std::move(wake)) {}

  void post(Notice notice) {
    {
      const std::scoped_lock lock(mutex_);
      waiting_.push_back(std::move(notice));
    }
    wake_();
  }

  std::vector<Notice> take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(waiting_, {});
  }

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Notice> waiting_;
};

}  // namespace farewell::kiosk
