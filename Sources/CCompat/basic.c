// Lua's basic functions where LuaJIT's answer otherwise.
#include "library.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The whole text must be a number, blanks around it aside; inf, nan and binary numerals are.
static int to_double(const char *s, size_t count, double *d) {
  const char *end = s + count, *start = s;
  while (isspace((unsigned char)*start)) start++;
  const char *digits = start + (*start == '-' || *start == '+');
  char *rest;
  if (digits[0] == '0' && (digits[1] == 'b' || digits[1] == 'B')) {
    if (digits[2] != '0' && digits[2] != '1') return 0;
    *d = (double)strtoull(digits + 2, &rest, 2);
    if (*start == '-') *d = -*d;
  } else {
    if (isalpha((unsigned char)*digits) && strncasecmp(digits, "inf", 3) && strncasecmp(digits, "nan", 3)) return 0;
    *d = strtod(start, &rest);
    if (rest == start || memchr(start, '(', rest - start)) return 0;
  }
  while (isspace((unsigned char)*rest)) rest++;
  return rest == end;
}

// Digits of another base; no fraction.
static int in_base(const char *s, size_t count, int base, double *d) {
  const char *end = s + count;
  while (isspace((unsigned char)*s)) s++;
  int negative = *s == '-';
  if (negative) s++;
  if (!isalnum((unsigned char)*s)) return 0;
  for (*d = 0; isalnum((unsigned char)*s); s++) {
    int digit = isdigit((unsigned char)*s) ? *s - '0' : toupper((unsigned char)*s) - 'A' + 10;
    if (digit >= base) return 0;
    *d = *d * base + digit;
  }
  if (negative) *d = -*d;
  while (isspace((unsigned char)*s)) s++;
  return s == end;
}

static int tonumber(lua_State *L) {
  lua_Integer base = sc_whole_or(L, 2, 10);
  luaL_checkany(L, 1);
  luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
  int type = lua_type(L, 1);
  if (type == LUA_TNUMBER && base == 10) { lua_settop(L, 1); return 1; }
  size_t count;
  double d;
  if (base != 10) {
    const char *s = luaL_checklstring(L, 1, &count);
    if (in_base(s, count, (int)base, &d)) { sc_push_number(L, d); return 1; }
  } else if (type == LUA_TSTRING) {
    const char *s = lua_tolstring(L, 1, &count);
    if (to_double(s, count, &d)) { sc_push_number(L, d); return 1; }
  }
  lua_pushnil(L);
  return 1;
}

static int select_(lua_State *L) {
  int n = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') { lua_pushinteger(L, n - 1); return 1; }
  lua_Integer i = sc_whole(L, 1);
  if (i < 0) i = n + i; else if (i > n) i = n;
  luaL_argcheck(L, i >= 1, 1, "index out of range");
  return n - (int)i;
}

// Entries as they lie in the table, up to the first that is missing.
static int next_entry(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2) + 1;
  lua_pushinteger(L, i);
  return lua_rawgeti(L, 1, i) == LUA_TNIL ? 1 : 2;
}
static int iterator_of(lua_State *L, const char *event) {
  if (luaL_getmetafield(L, 1, event) == LUA_TNIL) return 0;
  lua_pushvalue(L, 1);
  lua_call(L, 1, 3);
  return 3;
}
static int ipairs(lua_State *L) {
  if (iterator_of(L, "__ipairs")) return 3;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}
static int pairs(lua_State *L) {
  if (iterator_of(L, "__pairs")) return 3;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// Tables have no finalisers in LuaJIT: 5.4 would see one now, and so must not see it. The upvalue is its name.
static int setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  if (!lua_isnil(L, 2)) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 2) != LUA_TNIL) {
      lua_pushvalue(L, 3);
      lua_pushnil(L);
      lua_rawset(L, 2);
      lua_pushvalue(L, 2);
      lua_setmetatable(L, 1);
      lua_rawset(L, 2);
      lua_settop(L, 1);
      return 1;
    }
    lua_settop(L, 2);
  }
  lua_setmetatable(L, 1);
  return 1;
}

// newproxy(true) has a metatable of its own, newproxy(proxy) that of the proxy.
static int newproxy(lua_State *L) {
  lua_settop(L, 1);
  lua_newuserdatauv(L, 0, 0);
  if (lua_isboolean(L, 1) && lua_toboolean(L, 1)) {
    lua_createtable(L, 0, 1);
    lua_setmetatable(L, 2);
  } else if (lua_isuserdata(L, 1)) {
    if (lua_getmetatable(L, 1)) lua_setmetatable(L, 2);
  } else {
    luaL_argexpected(L, lua_isnoneornil(L, 1) || lua_isboolean(L, 1), 1, "boolean or proxy");
  }
  return 1;
}

void sc_basic_functions(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"tonumber", tonumber}, {"select", select_}, {"newproxy", newproxy}, {0, 0},
  };
  luaL_setfuncs(L, functions, 0);
  lua_pushliteral(L, "__gc");
  lua_pushcclosure(L, setmetatable, 1);
  lua_setfield(L, -2, "setmetatable");
  lua_pushcclosure(L, next_entry, 0);
  lua_pushcclosure(L, ipairs, 1);
  lua_setfield(L, -2, "ipairs");
  lua_getglobal(L, "next");
  lua_pushcclosure(L, pairs, 1);
  lua_setfield(L, -2, "pairs");
}
