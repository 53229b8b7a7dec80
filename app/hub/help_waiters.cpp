#include "app/hub/help_waiters.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace farewell::hub {

namespace asio = boost::asio;

asio::awaitable<void> HelpWaiters::Waiter::wait(std::chrono::milliseconds limit) {
  if (has_news_) co_return;
  timer_.expires_after(limit);
  co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
}

std::shared_ptr<HelpWaiters::Waiter> HelpWaiters::add(const std::string& help_call,
                                                      asio::any_io_executor executor) {
  std::erase_if(waiters_, [](const auto& item) { return item.second.expired(); });
  auto waiter = std::make_shared<Waiter>(std::move(executor));
  waiters_.emplace(help_call, waiter);
  return waiter;
}

void HelpWaiters::tell(const std::string& help_call) {
  const auto [first, last] = waiters_.equal_range(help_call);
  for (auto at = first; at != last; ++at) tell(at->second);
}

void HelpWaiters::tell_all() {
  for (const auto& item : waiters_) tell(item.second);
}

void HelpWaiters::tell(const std::weak_ptr<Waiter>& waiter) {
  const auto waiting = waiter.lock();
  if (!waiting) return;
  waiting->has_news_ = true;
  waiting->timer_.cancel();
}

}  // namespace farewell::hub
