#include "core/journal/writer.h"

#include <pthread.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace farewell::journal {
namespace {

using namespace std::chrono_literals;

// Between slices of the look for damage, so that it never fills a core.
constexpr auto kPause = 50ms;

}  // namespace

struct Writer::Shared {
  std::unique_ptr<Journal> journal;
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<std::function<void(Journal&)>> posted;  ///< guarded by mutex
  bool is_ending = false;                            ///< guarded by mutex
  std::thread thread;

  void run();
};

void Writer::Shared::run() {
  pthread_setname_np(pthread_self(), "journal");
  bool is_examined = false;
  const auto has_news = [this] { return is_ending || !posted.empty(); };
  std::unique_lock lock(mutex);
  for (;;) {
    if (is_examined) {
      wake.wait(lock, has_news);
    } else if (!wake.wait_for(lock, kPause, has_news)) {
      lock.unlock();
      const auto examined = journal->examine();
      lock.lock();
      // An error that is no damage (a busy file) comes up again in whatever is posted next, where it is
      // heard.
      is_examined = !examined.ok() || *examined == Examined::entirely;
      continue;
    }
    if (posted.empty()) return;
    const auto work = std::move(posted.front());
    posted.pop_front();
    lock.unlock();
    work(*journal);
    lock.lock();
  }
}

Writer::Writer(std::unique_ptr<Journal> journal) : shared_(std::make_unique<Shared>()) {
  shared_->journal = std::move(journal);
  shared_->thread = std::thread([shared = shared_.get()] { shared->run(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->is_ending = true;
  }
  shared_->wake.notify_one();
  shared_->thread.join();
}

void Writer::post(std::function<void(Journal&)> work) {
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->posted.push_back(std::move(work));
  }
  shared_->wake.notify_one();
}

}  // namespace farewell::journal
