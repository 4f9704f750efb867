// The functions of `string` whose positions and counts may be fractions, and gsub's replacement.
#include "library.h"
#include <string.h>

// Positions count from 1, negative ones from the end, as everywhere in Lua.
static int sub(lua_State *L) {
  size_t count;
  const char *s = luaL_checklstring(L, 1, &count);
  lua_Integer first = sc_whole(L, 2), last = sc_whole_or(L, 3, -1), n = (lua_Integer)count;
  if (first < 0) first = first < -n ? 1 : n + first + 1;
  if (first == 0) first = 1;
  if (last < 0) last = last < -n ? 0 : n + last + 1;
  if (last > n) last = n;
  lua_pushlstring(L, first > last ? "" : s + first - 1, first > last ? 0 : (size_t)(last - first + 1));
  return 1;
}

static int byte(lua_State *L) {
  size_t count;
  const char *s = luaL_checklstring(L, 1, &count);
  lua_Integer first = sc_whole_or(L, 2, 1), last = sc_whole_or(L, 3, first), n = (lua_Integer)count;
  if (first < 0) first = first < -n ? 1 : n + first + 1;
  if (first == 0) first = 1;
  if (last < 0) last = last < -n ? 0 : n + last + 1;
  if (last > n) last = n;
  if (first > last) return 0;
  if (last - first >= INT32_MAX || !lua_checkstack(L, (int)(last - first + 1))) return luaL_error(L, "string slice too long");
  for (lua_Integer i = first; i <= last; i++) lua_pushinteger(L, (unsigned char)s[i - 1]);
  return (int)(last - first + 1);
}

static int character(lua_State *L) {
  int n = lua_gettop(L);
  luaL_Buffer b;
  char *to = luaL_buffinitsize(L, &b, n);
  for (int i = 1; i <= n; i++) {
    lua_Integer c = sc_whole(L, i);
    luaL_argcheck(L, c >= 0 && c <= 255, i, "invalid value");
    to[i - 1] = (char)c;
  }
  luaL_pushresultsize(&b, n);
  return 1;
}

// `%-` in a replacement stands for `-`, as `%%` does for `%`; 5.4 knows digits and `%` alone.
static int gsub(lua_State *L) {
  sc_make_whole(L, 4);
  size_t count;
  const char *s = lua_type(L, 3) == LUA_TSTRING ? lua_tolstring(L, 3, &count) : 0;
  if (s && memchr(s, '%', count)) {
    luaL_Buffer b;
    char *to = luaL_buffinitsize(L, &b, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
      if (s[i] != '%') { to[n++] = s[i]; continue; }
      char next = i + 1 < count ? s[++i] : 0;
      if (next == '%' || (next >= '0' && next <= '9')) to[n++] = '%';
      to[n++] = next;
    }
    luaL_pushresultsize(&b, n);
    lua_replace(L, 3);
  }
  return sc_call_original(L);
}

void sc_string_functions(lua_State *L) {
  static const luaL_Reg functions[] = {{"sub", sub}, {"byte", byte}, {"char", character}, {0, 0}};
  luaL_setfuncs(L, functions, 0);
  lua_getglobal(L, "string");
  sc_wrap(L, "rep", sc_whole_second);
  sc_wrap(L, "find", sc_whole_third);
  sc_wrap(L, "match", sc_whole_third);
  sc_wrap(L, "gsub", gsub);
  lua_pop(L, 1);
  sc_format_function(L);
}
