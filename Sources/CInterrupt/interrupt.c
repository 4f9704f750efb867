// A hook belongs to one coroutine, so the handler must know which one runs: resume and wrap are ours.
#include "interrupt.h"
#include <lua5.4/lauxlib.h>
#include <signal.h>
#include <stdbool.h>

static lua_State *volatile running, *main_state;
static volatile sig_atomic_t pending;

static void stop(lua_State *L, lua_Debug *at) {
  (void)at;
  pending = 0;
  lua_sethook(L, 0, 0, 0);
  luaL_error(L, "interrupted!");
}

// lua_sethook is the one function of Lua that a signal's handler may call.
static void stop_soon(lua_State *L) { lua_sethook(L, stop, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1); }
static void interrupted(int signal) {
  (void)signal;
  pending = 1;
  stop_soon(running);
}

static inline void enter(lua_State *L) {
  running = L;
  if (__builtin_expect(pending, 0)) stop_soon(L);
}

// The number of results, moved to L; -1 and a message.
static int resume_with(lua_State *L, lua_State *co, int arguments) {
  if (!lua_checkstack(co, arguments)) { lua_pushliteral(L, "too many arguments to resume"); return -1; }
  lua_xmove(L, co, arguments);
  lua_State *outer = running;
  int results;
  enter(co);
  int status = lua_resume(co, L, arguments, &results);
  enter(outer);
  if (status == LUA_OK || status == LUA_YIELD) {
    if (lua_checkstack(L, results + 1)) { lua_xmove(co, L, results); return results; }
    lua_pop(co, results);
    lua_pushliteral(L, "too many results to resume");
    return -1;
  }
  lua_xmove(co, L, 1);
  return -1;
}

static int resume(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co, 1, "coroutine");
  int results = resume_with(L, co, lua_gettop(L) - 1);
  lua_pushboolean(L, results >= 0);
  if (results < 0) results = 1;
  lua_insert(L, -results - 1);
  return results + 1;
}

static int call_wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results = resume_with(L, co, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) lua_resetthread(co);  // closes what it left open
  if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}
static int wrap(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

void sc_interrupt_install(lua_State *L) {
  running = main_state = L;
  lua_getglobal(L, "coroutine");
  lua_pushcfunction(L, resume);
  lua_setfield(L, -2, "resume");
  lua_pushcfunction(L, wrap);
  lua_setfield(L, -2, "wrap");
  lua_pop(L, 1);
}

// A read that is under way ends, so that a script waiting for input stops as well.
void sc_interrupt_arm(void) {
  struct sigaction action = {.sa_handler = interrupted, .sa_flags = SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, 0);
}

void sc_interrupt_disarm(void) {
  signal(SIGINT, SIG_DFL);
  pending = 0;
  running = main_state;
  lua_sethook(main_state, 0, 0, 0);
}
