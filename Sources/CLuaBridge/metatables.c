// A metatable for each kind of object: there from the start, and filled when it is first needed or looked into.
#include "box.h"

static char key[SC_KINDS];

void sc_push_metatable_unfilled(lua_State *L, uint8_t kind) { lua_rawgetp(L, LUA_REGISTRYINDEX, &key[kind]); }

void sc_push_metatable(lua_State *L, uint8_t kind) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key[kind]);
  sc_context *c = sc_context_of(L);
  if (__builtin_expect(c->opened >> kind & 1, 1)) return;
  c->opened |= 1u << kind;
  lua_pushnil(L);
  lua_setmetatable(L, -2);
  c->relaxed++;
  sc_swift.open_kind(L, kind);
  c->relaxed--;
}

// A script looks into the unfilled metatable at place 1.
static void fill(lua_State *L) {
  for (uint8_t kind = SC_OBJECT; kind < SC_KINDS; kind++) {
    sc_push_metatable_unfilled(L, kind);
    bool found = lua_rawequal(L, 1, -1);
    lua_settop(L, -2);
    if (!found) continue;
    sc_push_metatable(L, kind);
    lua_settop(L, -2);
    return;
  }
}
static int index(lua_State *L) { fill(L); lua_rawget(L, 1); return 1; }
static int newindex(lua_State *L) { fill(L); lua_rawset(L, 1); return 0; }
static int next(lua_State *L) {
  lua_settop(L, 2);
  if (lua_next(L, 1)) return 2;
  lua_pushnil(L);
  return 1;
}
static int pairs(lua_State *L) {
  fill(L);
  lua_pushcclosure(L, next, 0);
  lua_pushvalue(L, 1);
  return 2;
}

void sc_make_metatables(lua_State *L, uint32_t kinds) {
  static const luaL_Reg hooks[] = {{"__index", index}, {"__newindex", newindex}, {"__pairs", pairs}, {0, 0}};
  lua_createtable(L, 0, 4);
  luaL_setfuncs(L, hooks, 0);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  for (int kind = SC_OBJECT; kind < SC_KINDS; kind++) {
    if (!(kinds >> kind & 1)) continue;
    lua_createtable(L, 0, 0);
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &key[kind]);
  }
  lua_settop(L, -2);
}
