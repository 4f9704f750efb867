// Ctrl-C stops the running script, in whatever coroutine it is. For a program that has one Lua state.
#pragma once
#include <lua5.4/lua.h>

/// Puts `coroutine.resume` and `coroutine.wrap` in place that know which coroutine runs. Once a state.
void sc_interrupt_install(lua_State *_Nonnull L);
/// From here on SIGINT raises "interrupted!" in the running script; a second one ends the process.
void sc_interrupt_arm(void);
/// SIGINT ends the process again, and one that has found no script to stop is forgotten.
void sc_interrupt_disarm(void);
