// The C half of lua/compat: what LuaJIT's library does otherwise than Lua 5.4's, and where Lua itself would be slow.
#pragma once
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>

/// Pushes `require 'sconce.compat'`: the functions by library, `string`, `table`, `math`, `bit`, `basic`.
int sc_open_compat(lua_State *L);

/// As snprintf, of one double, with a form that has `precision` (-1: none) and ends in its conversion; what LuaJIT prints:
/// nan has no sign, and of two numbers equally near the larger in size is taken, where C takes the even one.
int sc_print_double(char *to, size_t size, const char *form, int precision, double d);
