// Where LuaJIT prints another digit than C: exactly half way between two numbers of so many digits.
#include "library.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The exponent of the lowest bit that is set: d = odd · 2^lowest.
static int lowest_bit(double d, uint64_t *odd) {
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  uint64_t mantissa = bits & ((1ull << 52) - 1);
  int exponent = bits >> 52 & 2047;
  if (exponent) mantissa |= 1ull << 52; else exponent = 1;
  int zeros = __builtin_ctzll(mantissa);
  *odd = mantissa >> zeros;
  return exponent - 1075 + zeros;
}

// With D digits after the point (before it, if negative) d = odd · 2^lowest is half way exactly if d · 10^D ends in .5:
// lowest must be -(D+1), and for D < 0 the rest a multiple of 5^-D.
static int is_half(double d, char conversion, int precision) {
  uint64_t odd;
  int lowest = lowest_bit(d, &odd);
  if (precision < 0) precision = 6;
  int digits = -lowest - 1;
  if (conversion == 'f' || conversion == 'F') return digits == precision;
  int significant = conversion == 'g' || conversion == 'G' ? (precision ? precision : 1) : precision + 1;
  // The first digit stands at 10^first if so many digits are to end at 10^-digits.
  int first = significant - 1 - digits, binary = ilogb(d);
  if (binary < first * 3.321 - 2 || binary > first * 3.322 + 5) return 0;
  long double size = fabsl(d), low = powl(10, first);
  if (size < low || size >= 10 * low) return 0;
  for (; digits < 0; digits++) {
    if (odd % 5) return 0;
    odd /= 5;
  }
  return 1;
}

int sc_print_double(char *to, size_t size, const char *form, int precision, double d) {
  size_t length = strlen(form);
  char conversion = form[length - 1], wide[32];
  if (isnan(d)) d = fabs(d);
  bool isExact = !isfinite(d) || d == 0 || conversion == 'a' || conversion == 'A' || length > sizeof wide - 2;
  if (__builtin_expect(isExact || !is_half(d, conversion, precision), 1)) return snprintf(to, size, form, d);
  // A number of more digits, a little larger in size.
  memcpy(wide, form, length - 1);
  wide[length - 1] = 'L', wide[length] = conversion, wide[length + 1] = 0;
  return snprintf(to, size, wide, nextafterl(d, d > 0 ? INFINITY : -INFINITY));
}
