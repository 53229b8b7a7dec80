// Where things stand on Welcome, after the mocks: landscape, upright, small, high contrast, large and within
// reach. Not what stands there (welcome.cpp). Reference pixels; drawing thread only.
#pragma once

#include <vector>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {

struct WelcomePlan {
  float margin = 48;
  float header_y = 18;
  Rect thanks;
  std::vector<Step> thanks_steps;
  float question_gap = 8;
  float question_px = 46;
  float face_px = 184;
  float faces_y = 334;
  float face_gap = kGap;
  float word_px = 42;
  float word_gap = 19;
  float cell_h = 250;
  float foot_y = 664;  ///< of "Make this easier"
  Rect privacy;
  bool brand = true;
  bool easier_word = true;
  int languages = 3;              ///< shown by name beside the globe
  bool languages_below = false;   ///< a button of their own at the foot
  bool languages_at_end = false;  ///< … at the far end
  bool privacy_below = false;     ///< under the buttons, not beside them
  bool column = false;            ///< faces below each other, words beside them
  float easier_share = .42f;      ///< of the width, at most
  bool flowers = true;            ///< false: words stand where they would
  float ground_y = 0;
};

WelcomePlan welcome_plan(const Sketch& sketch);

}  // namespace farewell::kiosk
