#include "core/visit/draw.h"

#include <algorithm>

namespace farewell::visit {

__extension__ using Wide = unsigned __int128;

std::uint64_t draw(std::uint64_t& random) {
  random += 0x9E37'79B9'7F4A'7C15u;
  std::uint64_t mixed = random;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBu;
  return mixed ^ (mixed >> 31);
}

std::uint64_t draw_below(std::uint64_t& random, std::uint64_t below) {
  const std::uint64_t uneven = -below % below;  // how many low products would favour small results
  while (true) {
    const Wide product = static_cast<Wide>(draw(random)) * below;
    if (static_cast<std::uint64_t>(product) >= uneven) return static_cast<std::uint64_t>(product >> 64);
  }
}

double draw_share(std::uint64_t& random) {
  return static_cast<double>(draw(random) >> 11) * 0x1.0p-53;
}

std::vector<std::string> shuffled_topics(std::uint64_t& random, const std::vector<survey::Topic>& topics) {
  std::vector<std::string> order;
  for (const survey::Topic& topic : topics) order.push_back(topic.id);
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[draw_below(random, left)]);
  }
  const auto is_named = [](const std::string& id) { return id != "something-else"; };
  std::stable_partition(order.begin(), order.end(), is_named);
  return order;
}

namespace {

std::vector<std::string> kinds_now(const survey::Surprises& surprises, const Abilities& abilities) {
  std::vector<std::string> kinds = surprises.kinds;
  if (!abilities.treats) std::erase(kinds, "treat");
  if (abilities.guest == 0) std::erase(kinds, "number");
  return kinds;
}

bool is_milestone(const survey::Surprises& surprises, const Abilities& abilities) {
  const auto every = static_cast<std::uint32_t>(surprises.milestone_every);
  return every > 0 && abilities.guest > 0 && abilities.guest % every == 0 && surprises.has("number");
}

}  // namespace

DrawnSurprise draw_surprise(std::uint64_t& random, const survey::Surprises& surprises,
                            const Abilities& abilities) {
  const std::vector<std::string> kinds = kinds_now(surprises, abilities);
  if (kinds.empty()) return {};
  const std::string& kind = kinds[draw_below(random, kinds.size())];
  const bool shown = draw_share(random) >= surprises.control_share;
  const bool milestone = is_milestone(surprises, abilities);
  return {milestone ? "number" : kind, shown, milestone};
}

}  // namespace farewell::visit
