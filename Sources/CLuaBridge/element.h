// One element read and written. Private to this target.
#pragma once
#include "box.h"

static inline __attribute__((always_inline)) double load(const sc_tensor *t, ptrdiff_t i) {
  const void *base = sc_base(t);
  switch (t->dtype) {
    case SC_BYTE: return ((uint8_t *)base)[i];
    case SC_CHAR: return ((int8_t *)base)[i];
    case SC_SHORT: return ((int16_t *)base)[i];
    case SC_INT: return ((int32_t *)base)[i];
    case SC_LONG: return (double)((int64_t *)base)[i];
    case SC_FLOAT: return ((float *)base)[i];
    case SC_HALF: return (double)((_Float16 *)base)[i];
    default: return ((double *)base)[i];
  }
}

// C leaves these conversions open; here they are what x86 does, on which scripts rely: through int32, or int64 for long.
static inline int32_t to_int32(double d) { return d > -2147483649.0 && d < 2147483648.0 ? (int32_t)d : INT32_MIN; }
static inline int64_t to_int64(double d) { return d >= -0x1p63 && d < 0x1p63 ? (int64_t)d : INT64_MIN; }

static inline __attribute__((always_inline)) void store(const sc_tensor *t, ptrdiff_t i, double d) {
  void *base = sc_base(t);
  switch (t->dtype) {
    case SC_BYTE: ((uint8_t *)base)[i] = (uint8_t)to_int32(d); break;
    case SC_CHAR: ((int8_t *)base)[i] = (int8_t)to_int32(d); break;
    case SC_SHORT: ((int16_t *)base)[i] = (int16_t)to_int32(d); break;
    case SC_INT: ((int32_t *)base)[i] = to_int32(d); break;
    case SC_LONG: ((int64_t *)base)[i] = to_int64(d); break;
    case SC_FLOAT: ((float *)base)[i] = (float)d; break;
    case SC_HALF: ((_Float16 *)base)[i] = (_Float16)(float)d; break;
    default: ((double *)base)[i] = d;
  }
}
