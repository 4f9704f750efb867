// Numbers as text in the form of ascii files: as C prints them, with as many digits as bring the same number back.
#pragma once
#include <stdio.h>

enum { SC_DECIMAL = 32 };  // room for any of them

static inline int sc_decimal_double(char *_Nonnull text, double d) { return snprintf(text, SC_DECIMAL, "%.17g", d); }
static inline int sc_decimal_float(char *_Nonnull text, float f) { return snprintf(text, SC_DECIMAL, "%.9g", f); }
static inline int sc_decimal_integer(char *_Nonnull text, long i) { return snprintf(text, SC_DECIMAL, "%ld", i); }
