#include "app/kiosk/runtime/day_book.h"

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace farewell::kiosk {
namespace {

constexpr std::uint64_t kMaxFileBytes = 4096;
constexpr std::int64_t kMostCounted = 10'000'000;

std::uint32_t read_count(JsonReader& reader, const char* key) {
  return static_cast<std::uint32_t>(reader.integer(key, 0, kMostCounted));
}

}  // namespace

Result<DayPage> parse_day_page(std::string_view text, std::string name) {
  const auto document = parse_json(text, std::move(name));
  if (!document) return document.error();
  JsonReader reader(*document);
  DayPage page;
  if (const auto day = parse_day(reader.string("day", 1, 32))) {
    page.day = *day;
  } else {
    reader.fault("day", "must be a day like 2026-11-21");
  }
  page.guests = read_count(reader, "guests");
  page.treats = read_count(reader, "treats");
  if (const Status status = reader.done(); !status) return status.error();
  return page;
}

void DayBook::read_once() {
  if (page_) return;
  page_ = DayPage{};
  if (file_.empty()) return;
  const auto text = read_file(file_, kMaxFileBytes);
  if (!text && text.error().code == ErrorCode::not_found) return;
  auto page = text ? parse_day_page(*text, file_.string()) : Result<DayPage>(text.error());
  if (page) {
    page_ = *page;
    return;
  }
  std::error_code ignored;
  const std::filesystem::path aside = file_.string() + ".damaged";
  std::filesystem::rename(file_, aside, ignored);
  log("today's count was damaged (" + page.error().text() + "); it is kept as " + aside.string() +
      ", and the journal's count holds");
}

const DayPage& DayBook::turn_to(const Day& day) {
  read_once();
  if (page_->day != day) page_ = DayPage{.day = day};
  return *page_;
}

const DayPage& DayBook::has_at_least(const Day& day, std::uint32_t guests) {
  turn_to(day);
  page_->guests = std::max(page_->guests, guests);
  return *page_;
}

Status DayBook::add_guest(const Day& day) {
  read_once();
  if (page_->day > day) return {};
  turn_to(day);
  ++page_->guests;
  return keep();
}

Result<std::optional<int>> DayBook::give_treat(const Day& day, int at_most) {
  turn_to(day);
  const int next = static_cast<int>(page_->treats) + 1;
  if (next > at_most) return std::optional<int>();
  ++page_->treats;
  if (const Status kept = keep(); !kept) return kept.error();
  return std::optional<int>(next);
}

Status DayBook::keep() const {
  if (file_.empty()) return {};
  const Json json = {{"day", to_text(page_->day)}, {"guests", page_->guests}, {"treats", page_->treats}};
  return write_file(file_, json.dump() + "\n");
}

}  // namespace farewell::kiosk
