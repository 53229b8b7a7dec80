#include "app/kiosk/screens/easier_plan.h"

#include <algorithm>
#include <cmath>

namespace farewell::kiosk {
namespace {

constexpr float kRowHigh = 138, kHighestRow = 150;

/// Rows and columns of one size from the top left.
struct Grid {
  float margin = 40, top = 174;
  int columns = 2;
  float h = kRowHigh;

  Rect cell(float width, std::size_t i) const {
    const auto across = static_cast<std::size_t>(columns);
    const float w = (width - 2 * margin + kGap) / static_cast<float>(columns) - kGap;
    return {margin + static_cast<float>(i % across) * (w + kGap),
            top + static_cast<float>(i / across) * (h + kGap), w, h};
  }
};

/// How high each of `rows` is that share `room`.
float row_height(float room, std::size_t rows) {
  return (room + kGap) / static_cast<float>(rows) - kGap;
}

float done_width(const Sketch& sketch) {
  return std::max(252.f, std::ceil(button_width(sketch, sketch.say("easier.done"), kDoneIcon)));
}

void fill(EasierPlan& plan, const Sketch& sketch, const Grid& grid, std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) plan.cells.push_back(grid.cell(sketch.width(), i));
}

/// Done at the far end of the header: its check alone where a large title needs the width.
void put_done_in_header(EasierPlan& plan, const Sketch& sketch, float end) {
  SheetHeader& header = plan.header;
  const float full = done_width(sketch), word_only = full - kDoneIcon - 44;
  for (const float w : {full, word_only, kTarget}) {
    plan.done = {end - w, header.y + (header.h - kTarget) / 2, w, kTarget};
    header.end_x = plan.done.x;
    if (!sketch.large() || stands_large(sketch, header)) break;
  }
}

/// In the lower half, and Back and Done in the last row: upright, the volume stands between them.
void plan_within_reach(EasierPlan& plan, const Sketch& sketch, std::size_t things, bool speaks) {
  constexpr float kFoot = 10;
  const bool upright = sketch.portrait();
  const std::size_t rows = upright ? 4 : 3;
  const float height = sketch.height(), margin = 28, done_w = done_width(sketch);
  const float h = row_height(height / 2 - kFoot, rows), y = height - kFoot - kTarget;
  const Grid grid{margin, height - kFoot - static_cast<float>(rows) * (h + kGap) + kGap, upright ? 3 : 4, h};
  plan.header.margin = margin;
  plan.header.end_x = sketch.width() - margin;
  plan.back = Rect{margin, y, kTarget, kTarget};
  plan.done = {sketch.width() - margin - done_w, y, done_w, kTarget};
  const bool volume_at_foot = upright && speaks;
  fill(plan, sketch, grid, volume_at_foot ? things - 1 : things);
  if (!volume_at_foot) return;
  const float x = plan.back->right() + kGap;
  plan.cells.insert(plan.cells.begin() + 1, {x, y, plan.done.x - kGap - x, kTarget});
}

/// Upright on 7 to 8 inches: what is short shares a row, and the last one is Done's, too.
void plan_upright_small(EasierPlan& plan, const Sketch& sketch, std::size_t things, bool speaks) {
  const float margin = plan.header.margin, w = sketch.width() - 2 * margin, half = (w - kGap) / 2;
  const float top = plan.header.y + kTarget + kGap, volume = 2 * kTarget + kGap;
  const std::size_t rows = things - (speaks ? 2 : 1);
  const float h = std::min(row_height(sketch.height() - top - margin / 2, rows), kHighestRow);
  const std::size_t halves = things - 3;  // more time, and one switch beside it
  float y = top;
  for (std::size_t i = 0; i < things; ++i, y += h + kGap) {
    if (i == 0 && speaks) {
      plan.cells.push_back({margin, y, w - volume - kGap, h});
      plan.cells.push_back({margin + w - volume, y, volume, h});
      ++i;
    } else if (i == halves) {
      plan.cells.push_back({margin, y, half, h});
      plan.cells.push_back({margin + half + kGap, y, half, h});
      ++i;
    } else {
      plan.cells.push_back({margin, y, w, h});
    }
  }
  plan.cells.back().w = half;
  plan.done = {margin + half + kGap, plan.cells.back().y, half, h};
  plan.header.end_x = margin + w;
}

/// Larger text on 7 to 8 inches: two pages, with Done and the one that turns them in a row of their own if
/// upright, else in the header.
void plan_pages(EasierPlan& plan, const Sketch& sketch, std::size_t things, bool speaks) {
  constexpr std::size_t kOnAPage = 4;
  const float margin = plan.header.margin, end = sketch.width() - margin;
  plan.pages = (things + kOnAPage - 1) / kOnAPage;
  plan.page = page_of("easier", sketch.view().sheet, plan.pages);
  plan.first = plan.page * kOnAPage;
  const std::size_t cells = std::min(kOnAPage, things - plan.first);
  if (sketch.portrait()) {
    plan.header.end_x = end + margin;
    for (const float h : {plan.header.h, 162.f, 184.f}) {  // some scripts' lines are tall
      plan.header.h = h;
      if (stands_large(sketch, plan.header)) break;
    }
    const float top = plan.header.y + plan.header.h + kGap;
    const float foot = sketch.height() - margin / 2 - kTarget;
    const float h = std::min(row_height(foot - kGap - top, kOnAPage), kHighestRow);
    plan.turning = Rect{end - kTarget, foot, kTarget, kTarget};
    plan.done = {margin, foot, plan.turning->x - kGap - margin, kTarget};
    return fill(plan, sketch, {margin, top, 1, h}, cells);
  }
  const float top = plan.header.y + plan.header.h + kGap;
  put_done_in_header(plan, sketch, end - kTarget - kGap);
  plan.turning = Rect{end - kTarget, plan.done.y, kTarget, kTarget};
  fill(plan, sketch, {margin, top, 2, row_height(sketch.height() - margin / 2 - top, kOnAPage / 2)}, cells);
  if (cells % 2 == 1) plan.cells.back().w = end - margin;  // nothing stands beside it
  if (!speaks || plan.page > 0) return;
  const float volume = 340, wider = plan.cells[1].w - volume;  // the name beside it is long
  plan.cells[0].w += wider;
  plan.cells[1].x += wider;
  plan.cells[1].w = volume;
}

}  // namespace

EasierPlan easier_plan(const Sketch& sketch, std::size_t things, bool speaks) {
  const bool small = sketch.small(), upright = sketch.portrait();
  const float height = sketch.height();
  EasierPlan plan;
  plan.header = {.margin = small     ? 14.f
                           : upright ? 28.f
                                     : 40.f,
                 .y = small     ? 1.f
                      : upright ? 20.f
                                : 38.f,
                 .h = header_height(sketch),
                 .title = sketch.say("easier.title"),
                 .icon = {"icons/access", 70}};
  const SheetHeader& header = plan.header;
  if (sketch.reach()) {
    plan_within_reach(plan, sketch, things, speaks);
    return plan;
  }
  constexpr float kFourRows = 700;  // a panel of full HD holds them all
  if (small && sketch.large() && (upright || height < kFourRows)) {
    plan_pages(plan, sketch, things, speaks);
    return plan;
  }
  if (small && upright) {
    plan_upright_small(plan, sketch, things, speaks);
    return plan;
  }
  put_done_in_header(plan, sketch, sketch.width() - header.margin);
  const float top = header.y + header.h + kGap;
  if (small && sketch.large())
    fill(plan, sketch, {header.margin, top, 2, row_height(height - top, 4)}, things);
  else if (small)
    fill(plan, sketch, {header.margin, top, 3, kTarget}, things);
  else if (upright)
    fill(plan, sketch, {header.margin, top, 1, row_height(height - top - 10, 8)}, things);
  else
    fill(plan, sketch, {header.margin, header.y + kTarget + kGap}, things);
  return plan;
}

}  // namespace farewell::kiosk
