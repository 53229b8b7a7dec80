// Memory that the program gives back is overwritten first, whoever gives it back: what a customer typed
// passes through libraries (Pango's layouts, ICU, GLib) whose copies are not ours to wipe. Stands in for the
// C library's free and realloc, so it belongs to the program and to no library. Any thread.
#include <malloc.h>
#include <string.h>

#include <cstddef>

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && defined(__GLIBC__)

extern "C" {

void* __libc_malloc(std::size_t size);
void __libc_free(void* memory);

void free(void* memory) noexcept {
  if (memory == nullptr) return;
  explicit_bzero(memory, malloc_usable_size(memory));
  __libc_free(memory);
}

/// The C library's own would leave the old place as it is when it moves.
void* realloc(void* memory, std::size_t size) noexcept {
  if (memory == nullptr) return __libc_malloc(size);
  if (size == 0) {
    free(memory);
    return nullptr;
  }
  const std::size_t had = malloc_usable_size(memory);
  if (size <= had && size >= had / 2) return memory;
  void* moved = __libc_malloc(size);
  if (moved == nullptr) return nullptr;
  memcpy(moved, memory, size < had ? size : had);
  free(memory);
  return moved;
}

}  // extern "C"

#endif
