#include "app/kiosk/ime/lines.h"

#include <charconv>

#include "core/base/text.h"

namespace farewell::kiosk {

visit::PrivateText line_of(const Candidate& candidate) {
  return std::to_string(candidate.covers) + "\t" + candidate.text + "\n";
}

std::optional<Candidate> candidate_in(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || tab + 1 == line.size()) return std::nullopt;
  Candidate candidate;
  const auto read = std::from_chars(line.data(), line.data() + tab, candidate.covers);
  if (read.ec != std::errc{} || read.ptr != line.data() + tab) return std::nullopt;
  const std::string_view text = line.substr(tab + 1);
  if (candidate.covers == 0 || !is_utf8(text)) return std::nullopt;
  candidate.text = visit::PrivateText(std::string(text));
  return candidate;
}

}  // namespace farewell::kiosk
