// The one thread that owns the journal while the terminal runs. Callers hand it work; the drawing thread
// never waits for a disk. Any thread may call post() and ask().
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <type_traits>

#include "core/journal/journal.h"

namespace farewell::journal {

class Writer {
 public:
  /// While nothing is posted the thread looks the journal through for damage (Journal::examine), then rests.
  explicit Writer(std::unique_ptr<Journal> journal);
  /// Carries out everything posted, then ends the thread.
  ~Writer();

  /// Runs `work` on the journal's thread, in order of posting. Its outcome is its own business.
  void post(std::function<void(Journal&)> work);

  /// Runs `work` there and waits for what it returns. Never call it on the drawing thread.
  template <class Work>
  auto ask(Work work) -> std::invoke_result_t<Work, Journal&> {
    using Answer = std::invoke_result_t<Work, Journal&>;
    auto task = std::make_shared<std::packaged_task<Answer(Journal&)>>(std::move(work));
    auto answer = task->get_future();
    post([task](Journal& journal) { (*task)(journal); });
    return answer.get();
  }

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace farewell::journal
