// What the files of this folder share.
#pragma once
#include "include/compat.h"
#include "bridge.h"
#include <math.h>
#include <stdint.h>

// A table on top gets these functions.
void sc_string_functions(lua_State *L);
void sc_format_function(lua_State *L);
void sc_table_functions(lua_State *L);
void sc_math_functions(lua_State *L);
void sc_bit_functions(lua_State *L);
void sc_basic_functions(lua_State *L);
void sc_file_functions(lua_State *L);

// --- whole.c: Lua's own functions behind ours.
void sc_wrap(lua_State *L, const char *name, lua_CFunction wrapper);  // of the library on top, into the table below it
int sc_call_original(lua_State *L);
void sc_make_whole(lua_State *L, int i);
int sc_whole_second(lua_State *L);
int sc_whole_third(lua_State *L);

static inline lua_Integer sc_truncated(double d) {  // LuaJIT's integers have 32 bits; what has no place there is the least
  return d > -2147483649.0 && d < 2147483648.0 ? (lua_Integer)d : INT32_MIN;
}
// An integer argument, a fraction cut off.
static inline lua_Integer sc_whole(lua_State *L, int i) {
  int ok;
  lua_Integer n = lua_tointegerx(L, i, &ok);
  return __builtin_expect(ok, 1) ? n : sc_truncated(luaL_checknumber(L, i));
}
static inline lua_Integer sc_whole_or(lua_State *L, int i, lua_Integer otherwise) {
  return lua_isnoneornil(L, i) ? otherwise : sc_whole(L, i);
}
