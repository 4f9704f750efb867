// `math` on doubles: floor of -0 is -0, a remainder by 0 is nan, no sum of integers wraps.
#include "library.h"

static int floor_(lua_State *L) { sc_push_number(L, floor(luaL_checknumber(L, 1))); return 1; }
static int ceil_(lua_State *L) { sc_push_number(L, ceil(luaL_checknumber(L, 1))); return 1; }
static int abs_(lua_State *L) { sc_push_number(L, fabs(luaL_checknumber(L, 1))); return 1; }
static int fmod_(lua_State *L) { sc_push_number(L, fmod(luaL_checknumber(L, 1), luaL_checknumber(L, 2))); return 1; }
static int pow_(lua_State *L) { lua_pushnumber(L, pow(luaL_checknumber(L, 1), luaL_checknumber(L, 2))); return 1; }
static int log10_(lua_State *L) { lua_pushnumber(L, log10(luaL_checknumber(L, 1))); return 1; }
static int atan_(lua_State *L) { lua_pushnumber(L, atan(luaL_checknumber(L, 1))); return 1; }
static int atan2_(lua_State *L) { lua_pushnumber(L, atan2(luaL_checknumber(L, 1), luaL_checknumber(L, 2))); return 1; }
static int cosh_(lua_State *L) { lua_pushnumber(L, cosh(luaL_checknumber(L, 1))); return 1; }
static int sinh_(lua_State *L) { lua_pushnumber(L, sinh(luaL_checknumber(L, 1))); return 1; }
static int tanh_(lua_State *L) { lua_pushnumber(L, tanh(luaL_checknumber(L, 1))); return 1; }

static int ldexp_(lua_State *L) {
  lua_pushnumber(L, ldexp(luaL_checknumber(L, 1), (int)sc_whole(L, 2)));
  return 1;
}
static int frexp_(lua_State *L) {
  int exponent;
  lua_pushnumber(L, frexp(luaL_checknumber(L, 1), &exponent));
  sc_push_number(L, exponent);
  return 2;
}
static int modf_(lua_State *L) {
  double d = luaL_checknumber(L, 1), whole = trunc(d);
  sc_push_number(L, whole);
  sc_push_number(L, isinf(d) ? copysign(0, d) : copysign(d - whole, d));
  return 2;
}

// A comparison with nan is false, so nan stays only where it stands last.
static int max(lua_State *L) {
  double best = luaL_checknumber(L, 1);
  for (int i = 2, n = lua_gettop(L); i <= n; i++) {
    double d = luaL_checknumber(L, i);
    best = best > d ? best : d;
  }
  sc_push_number(L, best);
  return 1;
}
static int min(lua_State *L) {
  double best = luaL_checknumber(L, 1);
  for (int i = 2, n = lua_gettop(L); i <= n; i++) {
    double d = luaL_checknumber(L, i);
    best = best < d ? best : d;
  }
  sc_push_number(L, best);
  return 1;
}

void sc_math_functions(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"floor", floor_}, {"ceil", ceil_}, {"abs", abs_}, {"fmod", fmod_}, {"pow", pow_}, {"log10", log10_}, {"atan", atan_},
    {"atan2", atan2_}, {"cosh", cosh_}, {"sinh", sinh_}, {"tanh", tanh_}, {"ldexp", ldexp_}, {"frexp", frexp_},
    {"modf", modf_}, {"max", max}, {"min", min}, {0, 0},
  };
  luaL_setfuncs(L, functions, 0);
}
