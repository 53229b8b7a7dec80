#include "app/hub/store/store_thread.h"

#include <utility>

namespace farewell::hub {

StoreThread::StoreThread(std::unique_ptr<Store> store)
    : store_(std::move(store)), thread_([this] { run(); }) {}

StoreThread::~StoreThread() {
  stop();
}

void StoreThread::stop() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void StoreThread::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    pending_.tasks.push_back(std::move(task));
  }
  wake_.notify_one();
}

void StoreThread::submit(Submission submission, Done done) {
  {
    const std::lock_guard lock(mutex_);
    pending_.submissions.push_back(std::move(submission));
    pending_.answers.push_back(std::move(done));
  }
  wake_.notify_one();
}

StoreThread::Counts StoreThread::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void StoreThread::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !pending_.empty(); });
    if (pending_.empty()) return;
    Pending taken = std::exchange(pending_, {});
    lock.unlock();
    for (Task& task : taken.tasks) task(*store_);
    if (!taken.submissions.empty()) commit(taken);
    lock.lock();
  }
}

void StoreThread::commit(Pending& pending) {
  const auto results = store_->take_batches(pending.submissions);
  {
    const std::lock_guard lock(mutex_);
    ++counts_.commits;
    counts_.batches += static_cast<std::int64_t>(pending.submissions.size());
    for (const Submission& submission : pending.submissions) {
      counts_.responses += static_cast<std::int64_t>(submission.arrivals.size());
    }
  }
  for (std::size_t i = 0; i < results.size(); ++i) pending.answers[i](results[i]);
}

}  // namespace farewell::hub
