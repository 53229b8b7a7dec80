// Where things stand on Change, after the mocks: landscape, upright, small, larger text in pages, and within
// reach. Not what stands there (change.cpp). Reference pixels; drawing thread only.
#pragma once

#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {

inline constexpr float kChipGap = 20;

/// Where things stand; landscape and portrait after the mocks, tight when the panel or the topics ask for it.
struct ChangePlan {
  float margin = 48;
  float back_x = 40;
  float header_y = 20;
  float back_y = 20;
  Rect question;
  std::vector<Step> question_steps;
  int columns = 3;
  float chips_y = 262;
  float chip_h = 130;
  float pitch = 150;
  Rect field;  ///< Skip takes its width from it where the two share a row
  Rect skip;
  bool shared_row = true;
  bool echo = true;
  bool icons = true;
  float chip_pad = 24;
  float chip_icon = 66;
  float chip_gap = 18;
  float chip_end = 14;
  float ground_y = 716;
  Role question_role = Role::question;
  std::size_t chips = 0;  ///< on a page; 0: all of them
};

ChangePlan change_plan(const Sketch& sketch, const std::string& question);

/// How a topic's word may be set.
std::vector<Step> chip_steps(const ChangePlan& plan);

}  // namespace farewell::kiosk
