// What a kernel says to the CPU and Swift has no word for.
#pragma once
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Fetches the line of `address`, which is going to be read and written.
static inline __attribute__((always_inline)) void simd_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 1, 3);
}

/// A whole number as x86 makes it of a fraction: cut off, and the smallest where there is none. One instruction there.
static inline __attribute__((always_inline)) int64_t simd_truncated(double x) {
#if defined(__SSE2__)
  return _mm_cvttsd_si64(_mm_set_sd(x));
#else
  return x >= -0x1p63 && x < 0x1p63 ? (int64_t)x : INT64_MIN;
#endif
}
