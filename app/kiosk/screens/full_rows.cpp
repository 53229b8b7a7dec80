#include "app/kiosk/screens/full_rows.h"

namespace farewell::kiosk {
namespace {

/// How many of `widths` from `first` on stand side by side in `width`: at least one.
std::size_t side_by_side(const std::vector<float>& widths, std::size_t first, float width, float gap) {
  std::size_t count = 1;
  float used = widths[first];
  while (first + count < widths.size() && used + gap + widths[first + count] <= width)
    used += gap + widths[first + count++];
  return count;
}

/// A row from `first` on, which then is the next one's.
FullRow next_row(const std::vector<float>& widths, std::size_t& first, float width, float gap) {
  FullRow row;
  for (std::size_t left = side_by_side(widths, first, width, gap); left > 0; --left) row.push_back(first++);
  return row;
}

float width_of(const FullRow& row, const std::vector<float>& widths, float gap) {
  float width = -gap;
  for (const std::size_t tile : row) width += widths[tile] + gap;
  return width;
}

/// The tile that turns the page ends the last row, or stands alone in the next.
void add_turning(FullPage& page, const std::vector<float>& widths, float turning, const RowRoom& room) {
  const float used = page.empty() ? room.width : width_of(page.back(), widths, room.gap);
  if (used + room.gap + turning > room.width) page.emplace_back();
  page.back().push_back(kTurning);
}

}  // namespace

std::vector<FullPage> full_rows(const std::vector<float>& widths, float turning, const RowRoom& room) {
  FullPage all;
  for (std::size_t next = 0; next < widths.size();)
    all.push_back(next_row(widths, next, room.width, room.gap));
  if (all.size() <= room.rows) return {all};

  std::vector<FullPage> pages;
  const float beside = room.width - room.gap - turning;  // what the last row has for others
  for (std::size_t next = 0; next < widths.size();) {
    FullPage page;
    while (next < widths.size() && page.size() + 1 < room.rows)
      page.push_back(next_row(widths, next, room.width, room.gap));
    if (next < widths.size() && (page.empty() || widths[next] <= beside))
      page.push_back(next_row(widths, next, beside, room.gap));
    add_turning(page, widths, turning, room);
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace farewell::kiosk
