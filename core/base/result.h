// Errors as values: a Result holds what was asked for, or an Error that says what, where and what to do.
// Not for programming mistakes (assert those). Plain values: any thread may hold one.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace farewell {

/// What kind of trouble, so that a caller can decide without reading the message.
enum class ErrorCode {
  invalid,       ///< the input is wrong; trying again with the same input cannot help
  not_found,     ///< the thing named does not exist
  conflict,      ///< it exists already, or differs from what is there
  unauthorised,  ///< the caller may not
  too_large,     ///< over a stated limit
  unavailable,   ///< not now: the network, a busy file, a full disk; trying again may help
  corrupt,       ///< stored bytes are not what was written
  internal,      ///< a library failed in a way that has no better name
};

/// `message` is one sentence for the person who reads it; `context` is where (a file and line, a path in a
/// document, a URL), empty when there is nothing to add.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string context;

  /// "context: message", or the message alone.
  std::string text() const { return context.empty() ? message : context + ": " + message; }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return assert(ok()), std::get<0>(held_); }
  const T& value() const& { return assert(ok()), std::get<0>(held_); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(held_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return assert(!ok()), std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

/// A Result with nothing to hold: `return {};` says it went well.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : failed_(true), error_(std::move(error)) {}

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return assert(failed_), error_; }

 private:
  bool failed_ = false;
  Error error_;
};

using Status = Result<void>;

}  // namespace farewell
