// The one thread on which the store is called, so that no request waits for a disk on the I/O thread. Batches
// that arrive while a commit is under way are committed together by the next one; each is answered only when
// its commit is durable. post and submit may be called from any thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/hub/store/store.h"

namespace farewell::hub {

class StoreThread {
 public:
  using Task = std::function<void(Store&)>;
  using Done = std::function<void(Result<Receipt>)>;

  explicit StoreThread(std::unique_ptr<Store> store);
  /// As stop().
  ~StoreThread();
  /// Finishes what was handed in; after it nothing may be.
  void stop();

  void post(Task task);
  void submit(Submission submission, Done done);

  /// For the log: how many batches went into how many commits.
  struct Counts {
    std::int64_t batches = 0;
    std::int64_t responses = 0;
    std::int64_t commits = 0;
  };
  Counts counts() const;

 private:
  struct Pending {
    std::vector<Task> tasks;
    std::vector<Submission> submissions;
    std::vector<Done> answers;
    bool empty() const { return tasks.empty() && submissions.empty(); }
  };
  void run();
  void commit(Pending& pending);

  std::unique_ptr<Store> store_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  Pending pending_;
  Counts counts_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace farewell::hub
