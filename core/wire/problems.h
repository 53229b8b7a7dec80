// The catalogue of everything that the hub may answer instead of what was asked: slug, status and title,
// once, for the hub that answers and the terminal that reads. Not the words for a customer (there are none).
// Constants; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/wire/messages.h"

namespace farewell::wire {

struct ProblemKind {
  std::string_view slug;
  int status;
  std::string_view title;
};

namespace problems {
inline constexpr ProblemKind kMalformedJson{"malformed-json", 400, "The body is not the JSON it should be"};
inline constexpr ProblemKind kInvalidRequest{"invalid-request", 400, "A part of the request is wrong"};
inline constexpr ProblemKind kUnauthorised{"unauthorised", 401, "A token or signature is needed"};
inline constexpr ProblemKind kUnknownTerminal{"unknown-terminal", 401, "The terminal is not enrolled here"};
inline constexpr ProblemKind kBadSignature{"bad-signature", 401, "The signature does not fit"};
inline constexpr ProblemKind kForbidden{"forbidden", 403, "Not allowed for whoever asks"};
inline constexpr ProblemKind kCodeRefused{"code-refused", 403, "The code is unknown, used or expired"};
inline constexpr ProblemKind kNotFound{"not-found", 404, "There is nothing here"};
inline constexpr ProblemKind kMethodNotAllowed{"method-not-allowed", 405, "Not with this method"};
inline constexpr ProblemKind kRequestTimeout{"request-timeout", 408, "The request took too long to arrive"};
inline constexpr ProblemKind kStreamForked{"stream-forked", 409, "The stream has two histories"};
inline constexpr ProblemKind kTooLarge{"too-large", 413, "Over the limit"};
inline constexpr ProblemKind kUnsupportedMediaType{"unsupported-media-type", 415, "Not in this format"};
inline constexpr ProblemKind kInvalidBatch{"invalid-batch", 422, "The batch as a whole is wrong"};
inline constexpr ProblemKind kTooManyRequests{"too-many-requests", 429, "Too many requests"};
inline constexpr ProblemKind kHeadersTooLarge{"headers-too-large", 431, "The header is over the limit"};
inline constexpr ProblemKind kInternal{"internal", 500, "The hub failed"};
inline constexpr ProblemKind kUnavailable{"unavailable", 503, "The hub cannot do it now"};

inline constexpr std::array kAll{
    kMalformedJson,        kInvalidRequest, kUnauthorised,     kUnknownTerminal, kBadSignature, kForbidden,
    kCodeRefused,          kNotFound,       kMethodNotAllowed, kRequestTimeout,  kStreamForked, kTooLarge,
    kUnsupportedMediaType, kInvalidBatch,   kTooManyRequests,  kHeadersTooLarge, kInternal,     kUnavailable};
}  // namespace problems

/// The problem to answer with; `detail` says what and where this time.
Problem problem_of(const ProblemKind& kind, std::string detail);
/// True if `problem` is of that kind, by its type.
bool is(const Problem& problem, const ProblemKind& kind);

}  // namespace farewell::wire
