// Errors out of what SQLiteCpp throws: exceptions end where caught() is called. Any thread.
#pragma once

#include <exception>

#include "core/base/result.h"

namespace farewell::hub {

/// Of the exception being handled, in words for the technician. Call inside a catch only.
Error current_store_error();

/// Runs `work` and makes an Error of what it throws.
template <class Work>
auto caught(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception&) {
    return current_store_error();
  }
}

}  // namespace farewell::hub
