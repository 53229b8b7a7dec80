// A process's memory kept to itself: no core dump, no reading by other programs of the same user, nothing
// swapped out where the system allows that. Not wiping, which is for what is no longer needed. Call once, at
// the start of main, before other threads.
#pragma once

namespace farewell {

/// Under these a program looks into itself as a debugger would, which the following forbids.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

/// Best effort: what the system refuses is left as it is.
void keep_memory_private();

}  // namespace farewell
