// The figures of a day, or of any run of responses that are handed in one after another: satisfaction, hours,
// topics, recovery. Knows no store: whoever calls add() chooses which responses these are. One pass, constant
// memory; one thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <map>

#include "core/base/time_zone.h"
#include "core/report/hours.h"
#include "core/report/mean.h"
#include "core/report/recovery.h"
#include "core/report/share.h"
#include "core/report/topics.h"
#include "core/wire/response.h"

namespace farewell::report {

/// What to do with responses flagged as odd ("rapid", "burst", "closed"). Their number is told either way.
enum class Flagged { left_out, counted };

/// True if figures leave the response out by default.
bool is_flagged(const wire::Response& response);

/// Answers on one scale. Scales are kept apart: four- and five-point answers make no common trend.
struct ScaleFigures {
  std::map<int, std::int64_t> answers;  ///< value → how many
  Share satisfied;                      ///< the upper two
  MeanScore mean_score;
};

struct DayReport {
  std::int64_t responses = 0;            ///< that were counted
  std::int64_t flagged = 0;              ///< responses with a flag, counted or not
  Share satisfied;                       ///< all scales together, each by its own upper two
  Share unhappy;                         ///< the lowest two
  std::map<int, ScaleFigures> by_scale;  ///< 4 or 5 →; only scales that were answered on
  std::int64_t comments = 0;
  HoursCounter::Hours hours{};
  HoursCounter::Grid grid{};
  std::vector<TopicFigures> topics;
  std::int64_t change_answers = 0;  ///< the n of the topics' shares
  RecoveryCounts recovery;
};

class DayReporter {
 public:
  /// `zone` is the site's.
  explicit DayReporter(TimeZone zone, Flagged flagged = Flagged::left_out);
  void add(const wire::Response& response);
  /// As far as things were added; adding may go on.
  DayReport result() const;

 private:
  TimeZone zone_;
  Flagged flagged_;
  DayReport report_;
  HoursCounter hours_;
  TopicCounter topics_;
};

}  // namespace farewell::report
