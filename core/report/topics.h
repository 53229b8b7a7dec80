// What customers would change: how often each topic is named, and how much more so by the unhappy. One pass;
// memory grows with the number of different topics, not of responses. One thread at a time.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/share.h"
#include "core/wire/response.h"

namespace farewell::report {

struct TopicFigures {
  std::string topic;
  Share named;                 ///< of the responses with a change answer
  Share named_unhappy;         ///< of those, by the lowest two values
  Share named_happy;           ///< of those, by the upper two
  std::optional<double> lift;  ///< share among unhappy / share among happy; nothing if either has no answers
  std::vector<std::string> quotes;  ///< the latest comments with this topic, at most two, latest first
};

class TopicCounter {
 public:
  /// Responses without a change answer (no topic, no comment) are not counted.
  void add(const wire::Response& response);
  /// Ranked by share × lift, a missing lift taken as 1; equal ones by name. Where no happy customer named a
  /// topic its lift is reckoned with half an answer, so that it stays a number. Source for the half: Haldane
  /// 1956, Anscombe 1956 (the correction for empty cells).
  std::vector<TopicFigures> result() const;
  /// Responses with a change answer: the n of every share.
  std::int64_t answered() const { return all_; }

 private:
  struct Count {
    std::int64_t all = 0, unhappy = 0, happy = 0;
    std::deque<std::string> quotes;
  };
  std::map<std::string, Count> topics_;
  std::int64_t all_ = 0, unhappy_ = 0, happy_ = 0;
};

}  // namespace farewell::report
