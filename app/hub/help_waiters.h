// Who waits for news of a help call: coroutines on a timer, no threads. I/O thread only.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <memory>
#include <string>

namespace farewell::hub {

class HelpWaiters {
 public:
  /// One waiter; news that comes before wait() is not missed.
  class Waiter {
   public:
    explicit Waiter(boost::asio::any_io_executor executor) : timer_(std::move(executor)) {}
    /// Until there is news, or for `limit`.
    boost::asio::awaitable<void> wait(std::chrono::milliseconds limit);

   private:
    friend class HelpWaiters;
    boost::asio::steady_timer timer_;
    bool has_news_ = false;
  };

  std::shared_ptr<Waiter> add(const std::string& help_call, boost::asio::any_io_executor executor);
  void tell(const std::string& help_call);
  void tell_all();

 private:
  static void tell(const std::weak_ptr<Waiter>& waiter);
  std::multimap<std::string, std::weak_ptr<Waiter>> waiters_;
};

}  // namespace farewell::hub
