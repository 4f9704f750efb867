// `bit`: operations on 32 bits, with signed results.
#include "library.h"
#include <stdio.h>

// To the nearest integer, modulo 2^32.
static int32_t bits(lua_State *L, int i) {
  if (lua_isinteger(L, i)) return (int32_t)lua_tointeger(L, i);
  double d = luaL_checknumber(L, i);
  if (!(fabs(d) < 0x1p53)) d = isfinite(d) ? fmod(d, 0x1p32) : 0;
  return (int32_t)(uint32_t)(int64_t)nearbyint(d);
}
static int answer(lua_State *L, uint32_t value) { sc_push_number(L, (int32_t)value); return 1; }

static int tobit(lua_State *L) { return answer(L, bits(L, 1)); }
static int bnot(lua_State *L) { return answer(L, ~bits(L, 1)); }
static int bswap(lua_State *L) { return answer(L, __builtin_bswap32(bits(L, 1))); }

#define FOLD(name, operation)                                                   \
  static int name(lua_State *L) {                                               \
    uint32_t value = bits(L, 1);                                                \
    for (int i = 2, n = lua_gettop(L); i <= n; i++) value operation bits(L, i); \
    return answer(L, value);                                                    \
  }
FOLD(band, &=)
FOLD(bor, |=)
FOLD(bxor, ^=)

static int count(lua_State *L) { return bits(L, 2) & 31; }
static int lshift(lua_State *L) { return answer(L, (uint32_t)bits(L, 1) << count(L)); }
static int rshift(lua_State *L) { return answer(L, (uint32_t)bits(L, 1) >> count(L)); }
static int arshift(lua_State *L) { return answer(L, bits(L, 1) >> count(L)); }
static uint32_t rotated(uint32_t value, int n) { return value << (n & 31) | value >> (-n & 31); }
static int rol(lua_State *L) { return answer(L, rotated(bits(L, 1), count(L))); }
static int ror(lua_State *L) { return answer(L, rotated(bits(L, 1), -count(L))); }

// The last |n| hexadecimal digits, 8 if it is not said how many; in capitals for a negative n.
static int tohex(lua_State *L) {
  uint32_t value = bits(L, 1);
  int n = lua_isnoneornil(L, 2) ? 8 : bits(L, 2), capitals = n < 0;
  if (n < 0) n = n < -8 ? 8 : -n;
  if (n > 8) n = 8;
  char text[16];
  snprintf(text, sizeof text, capitals ? "%08X" : "%08x", value);
  lua_pushstring(L, text + 8 - n);
  return 1;
}

void sc_bit_functions(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"tobit", tobit}, {"bnot", bnot}, {"bswap", bswap}, {"band", band}, {"bor", bor}, {"bxor", bxor}, {"lshift", lshift},
    {"rshift", rshift}, {"arshift", arshift}, {"rol", rol}, {"ror", ror}, {"tohex", tohex}, {0, 0},
  };
  luaL_setfuncs(L, functions, 0);
}
