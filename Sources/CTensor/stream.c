// Copies past the cache: a line that is written whole need not be read first.
#include "tensor.h"
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

void sc_stream(void *to, const void *from, size_t bytes) {
#if defined(__SSE2__)
  if (((uintptr_t)to & 15) == 0) {
    size_t whole = bytes & ~(size_t)15;
    for (size_t i = 0; i < whole; i += 16)
      _mm_stream_si128((__m128i *)((char *)to + i), _mm_load_si128((const __m128i *)((const char *)from + i)));
    // Other threads see what was written before they are told that it was.
    _mm_sfence();
    memcpy((char *)to + whole, (const char *)from + whole, bytes - whole);
    return;
  }
#endif
  memcpy(to, from, bytes);
}
