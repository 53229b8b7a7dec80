// What the routes share: the store's thread, a pool for what takes the processor long, the clock, and what is
// remembered between requests. Not sockets (http/) and not rows (store/). Members belong to the I/O thread;
// ask() and compute() leave it and come back to it.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <string>
#include <unordered_map>

#include "app/hub/help_waiters.h"
#include "app/hub/http/callback.h"
#include "app/hub/http/message.h"
#include "app/hub/metrics.h"
#include "app/hub/sessions.h"
#include "app/hub/store/store_thread.h"
#include "app/hub/throttle.h"
#include "core/base/clock.h"

namespace farewell::hub {

struct Hub {
  Hub(std::unique_ptr<Store> opened, const Clock& time)
      : clock(time), epoch(opened->epoch()), sealing_key(opened->sealing_key()), store(std::move(opened)) {}

  // GCC 12 destroys a lambda twice that is written inside a co_await: give these one that has a name.

  /// `question(Store&)` on the store's thread; its answer here.
  template <class Question>
  asio::awaitable<std::invoke_result_t<Question, Store&>> ask(Question question) {
    using Answer = std::invoke_result_t<Question, Store&>;
    const auto start = [this, question](auto done) {
      store.post([question, done](Store& on) { done(question(on)); });
    };
    co_return co_await await_callback<Answer>(start);
  }

  /// `work()` on another thread; its result here.
  template <class Work>
  asio::awaitable<std::invoke_result_t<Work>> compute(Work work) {
    using Value = std::invoke_result_t<Work>;
    const auto start = [this, work](auto done) { asio::post(pool, [work, done] { done(work()); }); };
    co_return co_await await_callback<Value>(start);
  }

  const Clock& clock;
  const std::string epoch;
  const wire::Key sealing_key;
  StoreThread store;
  asio::thread_pool pool{1};
  std::unordered_map<std::string, Terminal> terminals;  ///< enrolled ones seen since start, by id
  HelpWaiters help_waiters;
  Throttle throttle;  ///< of those who try pairing codes and tokens
  Metrics metrics;
  Sessions sessions;
  bool is_stopping = false;
};

}  // namespace farewell::hub
