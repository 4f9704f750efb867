// What a kernel says to the CPU and Swift has no word for.
#pragma once

/// Fetches the line of `address`, which is going to be read and written.
static inline __attribute__((always_inline)) void simd_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 1, 3);
}
