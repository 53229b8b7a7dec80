// Text that a customer is typing: a string that overwrites its memory before it lets go of it, wherever it is
// copied or moved. Assign whole texts to it; growing it in place may leave a copy behind. Values; any thread.
#pragma once

#include <string>
#include <utility>

namespace farewell::visit {

/// Overwrites the text in a way that no compiler leaves out, and empties it.
void wipe(std::string& text);

/// Overwrites what calls have left on this thread's stack, as deep as texts are handled. Once a visit.
void wipe_stack();

class PrivateText : public std::string {
 public:
  PrivateText() = default;
  PrivateText(std::string text) : std::string(text) { farewell::visit::wipe(text); }
  PrivateText(const char* text) : std::string(text) {}
  PrivateText(const PrivateText&) = default;
  PrivateText(PrivateText&& other) noexcept : std::string(other) { other.wipe(); }
  PrivateText& operator=(const PrivateText& other);
  PrivateText& operator=(PrivateText&& other) noexcept;
  ~PrivateText() { wipe(); }

  void wipe() { farewell::visit::wipe(*this); }
};

}  // namespace farewell::visit
