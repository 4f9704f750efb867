// The functions of `table` look past metamethods, as LuaJIT's do: `table.insert(self, v)` must not ask for __len.
#include "library.h"

static lua_Integer length(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  return (lua_Integer)lua_rawlen(L, 1);
}

// Any position is allowed: what lies at it and after it moves up.
static int insert(lua_State *L) {
  lua_Integer end = length(L) + 1, at;
  switch (lua_gettop(L)) {
    case 2: at = end; break;
    case 3: {
      at = sc_whole(L, 2);
      for (lua_Integer i = at > end ? at : end; i > at; i--) {
        lua_rawgeti(L, 1, i - 1);
        lua_rawseti(L, 1, i);
      }
      break;
    }
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_rawseti(L, 1, at);
  return 0;
}

// A position without an entry gives no value.
static int take(lua_State *L) {
  lua_Integer n = length(L), at = sc_whole_or(L, 2, n);
  if (at < 1 || at > n) return 0;
  lua_rawgeti(L, 1, at);
  for (; at < n; at++) {
    lua_rawgeti(L, 1, at + 1);
    lua_rawseti(L, 1, at);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, n);
  return 1;
}

static int unpack(lua_State *L) {
  lua_Integer n = length(L), first = sc_whole_or(L, 2, 1), last = sc_whole_or(L, 3, n);
  if (first > last) return 0;
  if (last - first >= 1000000 || !lua_checkstack(L, (int)(last - first + 1))) return luaL_error(L, "too many results to unpack");
  for (lua_Integer i = first; i <= last; i++) lua_rawgeti(L, 1, i);
  return (int)(last - first + 1);
}

static int getn(lua_State *L) {
  lua_pushinteger(L, length(L));
  return 1;
}

// The original reads its bounds as integers.
static int concat(lua_State *L) {
  lua_Integer first = sc_whole_or(L, 3, 1), last;
  if (lua_isnoneornil(L, 4)) last = length(L); else last = sc_whole(L, 4);
  lua_settop(L, 2);
  lua_pushinteger(L, first);
  lua_pushinteger(L, last);
  return sc_call_original(L);
}

void sc_table_functions(lua_State *L) {
  static const luaL_Reg functions[] = {{"insert", insert}, {"remove", take}, {"unpack", unpack}, {"getn", getn}, {0, 0}};
  luaL_setfuncs(L, functions, 0);
  lua_getglobal(L, "table");
  sc_wrap(L, "concat", concat);
  lua_pop(L, 1);
}
