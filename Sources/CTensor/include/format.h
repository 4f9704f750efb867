// Numbers as text, by printf's formats: Swift cannot call a function with variable arguments.
#pragma once
#include <stdio.h>

#pragma clang assume_nonnull begin

// `d`: a whole number; `e`, `f`: four digits after the point; `g`; `p`: six digits after the point. A nan has no sign.
// Answers how many characters there are, at most `room` - 1.
static inline int sc_format(char *buffer, size_t room, char style, int width, double x) {
  int n;
  if (x != x) n = snprintf(buffer, room, "%*s", width, "nan");
  else switch (style) {
    case 'd': n = snprintf(buffer, room, "%*lld", width, (long long)x); break;
    case 'e': n = snprintf(buffer, room, "%*.4e", width, x); break;
    case 'f': n = snprintf(buffer, room, "%*.4f", width, x); break;
    case 'g': n = snprintf(buffer, room, "%g", x); break;
    default: n = snprintf(buffer, room, "%f", x);
  }
  return n < (int)room ? n : (int)room - 1;
}

#pragma clang assume_nonnull end
