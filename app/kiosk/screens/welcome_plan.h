// Where things stand on Welcome, after the mocks: landscape, upright, small, high contrast, large and within
// reach; and its parts, one file each. Private to the screens. Reference pixels; drawing thread only.
#pragma once

#include <string>
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
  float cell_h = 250;            ///< of a row, at least
  std::vector<float> rows_h;     ///< of each row, once its words are known
  std::vector<float> words_top;  ///< in each row: from the top of its lines to their ink
  float foot_y = 664;            ///< of "Make this easier"
  Rect privacy;
  bool brand = true;
  bool easier_word = true;
  int languages = 3;              ///< shown by name beside the globe
  bool languages_below = false;   ///< a button of their own at the foot
  bool languages_at_end = false;  ///< … at the far end
  bool privacy_below = false;     ///< under the buttons, not beside them
  bool column = false;            ///< words beside the faces
  int columns = 0;                ///< of faces; 0: all in one row
  bool foot_in_grid = false;      ///< the foot stands in the last row, beside the last face
  float least_face = 80;          ///< words are set smaller before faces are
  float easier_share = .42f;      ///< of the width, at most
  bool flowers = true;            ///< false: words stand where they would
  float ground_y = 0;
};

WelcomePlan welcome_plan(const Sketch& sketch);

/// The shop's mark and name, at the top.
void add_brand(Sketch& sketch, const WelcomePlan& plan);

/// Moves what stands below the faces to where they leave room (welcome_faces.cpp).
void add_faces(Sketch& sketch, WelcomePlan& plan);

/// `question` is where it stands: the promise moves beside it while the screen is read aloud
/// (welcome_foot.cpp).
void add_foot(Sketch& sketch, const WelcomePlan& plan, const Rect& question);
/// Where the foot begins that stands in the faces' grid.
float foot_x(const Sketch& sketch, const WelcomePlan& plan);

const survey::Language* language_of(const View& view, const std::string& tag);

}  // namespace farewell::kiosk
