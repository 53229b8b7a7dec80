// Awaiting, in a coroutine of the I/O thread, something that another thread finishes.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <utility>

namespace farewell::hub {

/// Calls `start(done)`; whoever calls `done(T)` later, once, from any thread, resumes the coroutine where it
/// ran.
template <class T, class Start>
boost::asio::awaitable<T> await_callback(Start start) {
  namespace asio = boost::asio;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(T)>(
      [](auto handler, Start begin) {
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        auto guard = asio::make_work_guard(asio::get_associated_executor(*kept));
        begin([kept, guard](T value) {
          asio::post(guard.get_executor(),
                     [kept, value = std::move(value)]() mutable { std::move (*kept)(std::move(value)); });
        });
      },
      asio::use_awaitable, std::move(start));
}

}  // namespace farewell::hub
