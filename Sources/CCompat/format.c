// string.format: takes fractions, nan, infinities and numeric strings for %d and %x, knows %u, rounds halves away from zero.
#include "library.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char form[16];        // "%-5.2" and room for a length and the conversion
  int end;              // of what is in it
  int width, precision; // -1: none
  int left;
} spec;

enum { DIGITS = 2, LONGEST = 512 };  // of width and precision; of a number that is printed: 309 digits, 99 after the point

static const char *read_spec(lua_State *L, const char *s, const char *end, spec *spec) {
  const char *start = s;
  memset(spec, 0, sizeof *spec);
  spec->width = spec->precision = -1;
  while (s < end && *s && strchr("-+ #0", *s)) spec->left |= *s++ == '-';
  int flags = s - start, digits = 0;
  while (s < end && isdigit((unsigned char)*s) && digits < DIGITS)
    spec->width = (spec->width < 0 ? 0 : spec->width) * 10 + (*s++ - '0'), digits++;
  if (s < end && *s == '.') {
    spec->precision = digits = 0;
    for (s++; s < end && isdigit((unsigned char)*s) && digits < DIGITS; digits++) spec->precision = spec->precision * 10 + (*s++ - '0');
  }
  if (flags > 5 || s == end || !strchr("diuoxXcaAeEfFgGspq%", *s) || !*s || (*s == '%' && s != start)) {
    lua_pushlstring(L, start, s - start + (s < end));
    luaL_error(L, "invalid option '%%%s' to 'format'", lua_tostring(L, -1));
  }
  spec->end = s - start + 1;
  spec->form[0] = '%';
  memcpy(spec->form + 1, start, s - start);
  return s;
}

static void add_text(luaL_Buffer *b, const spec *spec, const char *text, size_t count) {
  if (spec->precision >= 0 && count > (size_t)spec->precision) count = spec->precision;
  size_t blanks = spec->width > 0 && (size_t)spec->width > count ? spec->width - count : 0;
  if (!spec->left) for (size_t i = 0; i < blanks; i++) luaL_addchar(b, ' ');
  luaL_addlstring(b, text, count);
  if (spec->left) for (size_t i = 0; i < blanks; i++) luaL_addchar(b, ' ');
}

static void add_quoted(luaL_Buffer *b, const char *s, size_t count) {
  luaL_addchar(b, '"');
  for (size_t i = 0; i < count; i++) {
    if (s[i] == '"' || s[i] == '\\' || s[i] == '\n') luaL_addchar(b, '\\');
    if (iscntrl((unsigned char)s[i]) && s[i] != '\n') {
      char code[8];
      // A digit that follows must not be read as part of the code.
      int next = i + 1 < count && isdigit((unsigned char)s[i + 1]);
      luaL_addlstring(b, code, snprintf(code, sizeof code, next ? "\\%03d" : "\\%d", (unsigned char)s[i]));
    } else {
      luaL_addchar(b, s[i]);
    }
  }
  luaL_addchar(b, '"');
}

// As the original's processor converts: what has no place is the least integer.
static int64_t whole(lua_State *L, int i) {
  if (lua_isinteger(L, i)) return lua_tointeger(L, i);
  double d = luaL_checknumber(L, i);
  return d >= -0x1p63 && d < 0x1p63 ? (int64_t)d : INT64_MIN;
}
static uint64_t natural(lua_State *L, int i) {
  if (lua_isinteger(L, i)) return lua_tointeger(L, i);
  double d = luaL_checknumber(L, i);
  return d >= 0x1p63 && d < 0x1p64 ? (uint64_t)d : (uint64_t)whole(L, i);
}

// One conversion; the form is completed here, since its length depends on the type.
static void add(lua_State *L, luaL_Buffer *b, spec *spec, char conversion, int argument) {
  char *end = spec->form + spec->end;
  if (conversion == 's' || conversion == 'q') {
    size_t count;
    const char *text = luaL_tolstring(L, argument, &count);
    lua_insert(L, argument), lua_remove(L, argument + 1);  // under the buffer, which must stay on top
    if (conversion == 's') add_text(b, spec, text, count); else add_quoted(b, text, count);
    return;
  }
  char *to = luaL_prepbuffsize(b, LONGEST);
  int count = 0;
  switch (conversion) {
    case 'd': case 'i': memcpy(end, "lld", 4); count = snprintf(to, LONGEST, spec->form, (long long)whole(L, argument)); break;
    case 'u': case 'o': case 'x': case 'X':
      end[0] = end[1] = 'l', end[2] = conversion, end[3] = 0;
      count = snprintf(to, LONGEST, spec->form, (unsigned long long)natural(L, argument));
      break;
    case 'c': memcpy(end, "c", 2); count = snprintf(to, LONGEST, spec->form, (int)sc_truncated(luaL_checknumber(L, argument))); break;
    case 'p': memcpy(end, "p", 2); count = snprintf(to, LONGEST, spec->form, lua_topointer(L, argument)); break;
    default:
      end[0] = conversion, end[1] = 0;
      count = sc_print_double(to, LONGEST, spec->form, spec->precision, luaL_checknumber(L, argument));
  }
  luaL_addsize(b, count);
}

static int format(lua_State *L) {
  size_t count;
  const char *s = luaL_checklstring(L, 1, &count), *end = s + count;
  int argument = 1, top = lua_gettop(L);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (s < end) {
    if (*s != '%') { luaL_addchar(&b, *s++); continue; }
    spec spec;
    s = read_spec(L, s + 1, end, &spec);
    char conversion = *s++;
    if (conversion == '%') { luaL_addchar(&b, '%'); continue; }
    if (++argument > top) return luaL_argerror(L, argument, "no value");
    add(L, &b, &spec, conversion, argument);
  }
  luaL_pushresult(&b);
  return 1;
}

void sc_format_function(lua_State *L) {
  lua_pushcclosure(L, format, 0);
  lua_setfield(L, -2, "format");
}
