// The table that lua/compat takes its functions from.
#include "library.h"

int sc_open_compat(lua_State *L) {
  static const struct { const char *name; void (*fill)(lua_State *); } libraries[] = {
    {"string", sc_string_functions}, {"table", sc_table_functions}, {"math", sc_math_functions},
    {"bit", sc_bit_functions}, {"basic", sc_basic_functions}, {"file", sc_file_functions},
  };
  lua_createtable(L, 0, 6);
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
    lua_createtable(L, 0, 16);
    libraries[i].fill(L);
    lua_setfield(L, -2, libraries[i].name);
  }
  return 1;
}
