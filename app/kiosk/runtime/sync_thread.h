// The thread that keeps the hub up to date: enrols with a pairing code if there is none yet, then runs
// sync::Sync when it is due and fetches what the hub wants asked. The terminal works whatever happens here.
// response_finished() on any thread.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "app/kiosk/runtime/connect.h"
#include "app/kiosk/runtime/data_folder.h"
#include "app/kiosk/runtime/health.h"
#include "app/kiosk/runtime/notices.h"
#include "core/base/clock.h"
#include "core/journal/writer.h"
#include "core/sync/sync.h"

namespace farewell::kiosk {

/// What a terminal that is not enrolled does about it.
struct Pairing {
  std::string hub;  ///< URL, kept with the enrolment
  std::string code;
  std::string name;
};

class SyncThread {
 public:
  struct Parts {
    const Clock& clock;
    journal::Writer& journal;
    Notices& notices;
    Health& health;
    DataFolder data;
    Connect connect;
    sync::Settings settings;
    int config_version = 0;  ///< in use
  };

  SyncThread(Parts parts, std::optional<wire::Enrolment> enrolment, Pairing pairing);
  /// Ends the thread; waits for at most one exchange.
  ~SyncThread();

  void response_finished();

 private:
  void run(const std::stop_token& stop);
  bool enrol(sync::Transport& transport, const std::stop_token& stop);
  void keep_up_to_date(sync::Transport& transport, const std::stop_token& stop);
  void follow_config(sync::Hub& hub, int wanted_version);
  void take_config(const std::string& body);
  /// Until `due_ms`, a finished response or the end. True if a response was finished.
  bool wait(const std::stop_token& stop, std::int64_t due_ms);

  Parts parts_;
  std::optional<wire::Enrolment> enrolment_;
  Pairing pairing_;
  int seen_config_ = 0;  ///< the newest version fetched, good or not
  std::string etag_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  bool finished_ = false;
  std::jthread thread_;  ///< last: it ends before what it uses
};

}  // namespace farewell::kiosk
