// Lua's own functions, called after their arguments have been made whole. None of them holds a state in upvalues.
#include "library.h"

int sc_call_original(lua_State *L) { return ((lua_CFunction)lua_touserdata(L, lua_upvalueindex(1)))(L); }

void sc_make_whole(lua_State *L, int i) {
  if (lua_type(L, i) == LUA_TNUMBER && !lua_isinteger(L, i)) {
    lua_pushinteger(L, sc_truncated(lua_tonumber(L, i)));
    lua_replace(L, i);
  }
}
int sc_whole_second(lua_State *L) { sc_make_whole(L, 2); return sc_call_original(L); }
int sc_whole_third(lua_State *L) { sc_make_whole(L, 3); return sc_call_original(L); }
static int all_whole(lua_State *L) {
  for (int i = lua_gettop(L); i > 0; i--) sc_make_whole(L, i);
  return sc_call_original(L);
}

void sc_wrap(lua_State *L, const char *name, lua_CFunction wrapper) {
  lua_getfield(L, -1, name);
  lua_pushlightuserdata(L, (void *)lua_tocfunction(L, -1));
  lua_pushcclosure(L, wrapper, 1);
  lua_setfield(L, -4, name);
  lua_pop(L, 1);
}

// The methods of files that count.
void sc_file_functions(lua_State *L) {
  luaL_getmetatable(L, LUA_FILEHANDLE);
  lua_getfield(L, -1, "__index");
  lua_remove(L, -2);
  sc_wrap(L, "read", all_whole);
  sc_wrap(L, "seek", sc_whole_third);
  sc_wrap(L, "setvbuf", sc_whole_third);
  lua_pop(L, 1);
}
