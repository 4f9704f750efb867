// The C half of lua/compat: what LuaJIT's library does otherwise than Lua 5.4's, and where Lua itself would be slow.
#pragma once
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>

/// Pushes `require 'sconce.compat'`: the functions by library, `string`, `table`, `math`, `bit`, `basic`.
int sc_open_compat(lua_State *L);

/// What to give printf in the place of `d`, so that it prints what LuaJIT does: nan has no sign, and of two numbers
/// equally near the larger in size is taken, where C takes the even one. `precision` is -1 if there is none.
double sc_as_luajit_prints(double d, char conversion, int precision);
