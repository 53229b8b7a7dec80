// The parts of the history program: each is one try or several, and throws Broken. One thread.
#pragma once

#include "tests/faults/campaign.h"

namespace farewell::testing {

int hub_restored(Random& random);
int journal_restored(Random& random);
int cloned_to_ten(Random& random);
int other_formats(Random& random);
int wrong_clocks(Random& random);

}  // namespace farewell::testing
