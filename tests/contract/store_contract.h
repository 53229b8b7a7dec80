// What every store must do. A store has its own file here that names it and runs these.
#pragma once

#include <functional>
#include <memory>

#include "app/hub/store/store.h"

namespace farewell::testing {

/// Opens the same store each time; what was written before is there again.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  /// The one before is closed first.
  virtual hub::Store& reopen() = 0;
};
using MakeStore = std::function<std::unique_ptr<StoreUnderTest>()>;

/// One of the suite's facts.
struct Fact {
  const char* sentence;
  void (*check)(StoreUnderTest& store);
};
const std::vector<Fact>& batch_facts();
const std::vector<Fact>& other_facts();

}  // namespace farewell::testing
