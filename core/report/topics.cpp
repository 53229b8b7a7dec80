#include "core/report/topics.h"

#include <algorithm>
#include <set>

#include "core/survey/survey.h"

namespace farewell::report {
namespace {

constexpr std::size_t kQuotes = 2;

double lift_of(const Share& unhappy, const Share& happy) {
  const double k = happy.k == 0 ? 0.5 : static_cast<double>(happy.k);
  return unhappy.percent() / (100 * k / static_cast<double>(happy.n));
}

double weight(const TopicFigures& figures) {
  return figures.named.percent() * figures.lift.value_or(1);
}

}  // namespace

void TopicCounter::add(const wire::Response& response) {
  if (!response.change) return;
  const auto& [topics, comment] = *response.change;
  if (topics.empty() && comment.empty()) return;

  const bool unhappy = survey::is_unhappy(response.satisfaction.value);
  const bool happy = survey::is_happy(response.satisfaction.value, response.satisfaction.of);
  ++all_, unhappy_ += unhappy, happy_ += happy;
  for (const auto& topic : std::set<std::string>(topics.begin(), topics.end())) {
    Count& count = topics_[topic];
    ++count.all, count.unhappy += unhappy, count.happy += happy;
    if (comment.empty()) continue;
    count.quotes.push_front(comment);
    if (count.quotes.size() > kQuotes) count.quotes.pop_back();
  }
}

std::vector<TopicFigures> TopicCounter::result() const {
  std::vector<TopicFigures> figures;
  for (const auto& [topic, count] : topics_) {
    TopicFigures one{topic, {count.all, all_}, {count.unhappy, unhappy_}, {count.happy, happy_}, {}, {}};
    if (unhappy_ > 0 && happy_ > 0) one.lift = lift_of(one.named_unhappy, one.named_happy);
    one.quotes.assign(count.quotes.begin(), count.quotes.end());
    figures.push_back(std::move(one));
  }
  std::stable_sort(figures.begin(), figures.end(),
                   [](const auto& a, const auto& b) { return weight(a) > weight(b); });
  return figures;
}

}  // namespace farewell::report
