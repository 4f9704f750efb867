// Memory of elements. Large blocks that were let go are kept for the next ones of about their size: the system takes them
// back at once, and gives new pages one fault at a time, which costs more than the work on them.
#include "tensor.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// ALIGNMENT: vector loads stay within a cache line. SMALLEST: below, the general allocator is as fast.
enum { ALIGNMENT = 64, SMALLEST_BITS = 15, LARGEST_BITS = 25, CLASSES = 4 * (LARGEST_BITS - SMALLEST_BITS) };
static const size_t kept_at_most = 32 << 20;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *kept[CLASSES];             // linked through their first words
static size_t kept_now;

// Four classes between a power of two and the next, so that at most a fifth of a block is unused. -1: not kept.
static int class_of(size_t bytes, size_t *rounded) {
  *rounded = bytes;
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  return -1;                            // so that elements in use after their end are seen
#endif
#endif
  if (bytes <= (size_t)1 << SMALLEST_BITS || bytes > (size_t)1 << LARGEST_BITS) return -1;
  int bits = 63 - __builtin_clzl(bytes - 1);
  size_t quarter = (size_t)1 << (bits - 2), part = (bytes - 1) >> (bits - 2) & 3;
  *rounded = ((size_t)1 << bits) + (part + 1) * quarter;
  return 4 * (bits - SMALLEST_BITS) + (int)part;
}

// Where the general allocator's own block begins stands before the first element: it aligns to 16 bytes.
static void **owner(void *start) { return (void **)start - 1; }

void *sc_block_new(size_t bytes, bool zeroed) {
  size_t rounded;
  int class = class_of(bytes, &rounded);
  void *start = 0;
  if (class >= 0) {
    pthread_mutex_lock(&lock);
    if ((start = kept[class])) {
      kept[class] = *(void **)start;
      kept_now -= rounded;
    }
    pthread_mutex_unlock(&lock);
  }
  if (start) return zeroed ? memset(start, 0, bytes) : start;
  if (rounded > SIZE_MAX - ALIGNMENT) return 0;
  // The system's pages are zero already, which calloc knows.
  char *block = zeroed ? calloc(1, rounded + ALIGNMENT) : malloc(rounded + ALIGNMENT);
  if (!block) return 0;
  start = (void *)(((uintptr_t)block + ALIGNMENT) & ~(uintptr_t)(ALIGNMENT - 1));
  *owner(start) = block;
  return start;
}

void sc_block_free(void *start, size_t bytes) {
  size_t rounded;
  int class = class_of(bytes, &rounded);
  if (class >= 0) {
    pthread_mutex_lock(&lock);
    bool keep = kept_now + rounded <= kept_at_most;
    if (keep) {
      *(void **)start = kept[class];
      kept[class] = start;
      kept_now += rounded;
    }
    pthread_mutex_unlock(&lock);
    if (keep) return;
  }
  free(*owner(start));
}
