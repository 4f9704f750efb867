// Operators that a type of ours does not have: they look for one that a script has defined, `__pow__` for `^`, at each use.
#include "box.h"

typedef struct operator { const char *event, *hook, *what; bool unary; } operator;
static const operator operators[] = {
  {"__add", "__add__", "addition", false}, {"__sub", "__sub__", "substraction", false},
  {"__mul", "__mul__", "multiplication", false}, {"__div", "__div__", "division", false},
  {"__mod", "__mod__", "modulo", false}, {"__pow", "__pow__", "power", false},
  {"__unm", "__unm__", "negation", true}, {"__concat", "__concat__", "concat", false},
  {"__len", "__len__", "length", true}, {"__lt", "__lt__", "less-than", false},
  {"__le", "__le__", "less-equal", false}, {"__call", "__call__", "call", true}, {0, 0, 0, false},
};

// Pushes what the operand's metatable, or one that it inherits from, has under this name; nothing if it has nothing.
static bool push_hook(lua_State *L, int i, const char *hook) {
  if (!lua_getmetatable(L, i)) return false;
  if (lua_getfield(L, -1, hook) != LUA_TNIL) return true;
  lua_pop(L, 2);
  return false;
}

static const char *type_of(lua_State *L, int i) {
  if (luaL_getmetafield(L, i, "__typename") == LUA_TSTRING) return lua_tostring(L, -1);
  return luaL_typename(L, i);
}

static int operate(lua_State *L) {
  const operator *o = lua_touserdata(L, lua_upvalueindex(1));
  int n = lua_gettop(L);
  if (push_hook(L, 1, o->hook) || (!o->unary && push_hook(L, 2, o->hook))) {
    lua_replace(L, -2);
    lua_insert(L, 1);
    lua_call(L, n, LUA_MULTRET);
    return lua_gettop(L);
  }
  sc_push_place(L);
  const char *place = lua_tostring(L, -1);
  if (o->unary) lua_pushfstring(L, "%s%s has no %s operator", place, type_of(L, 1), o->what);
  else lua_pushfstring(L, "%sboth %s and %s have no %s operator", place, type_of(L, 1), type_of(L, 2), o->what);
  return lua_error(L);
}

// An object has no fields; the metatable of a class below this one, which has it as its own metatable, has.
static int set_field(lua_State *L) {
  if (lua_istable(L, 1)) {
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 0;
  }
  sc_push_place(L);
  lua_pushfstring(L, "%sthe class %s cannot be indexed", lua_tostring(L, -1), type_of(L, 1));
  return lua_error(L);
}

static int type_name(lua_State *L) { return lua_pushstring(L, type_of(L, 1)), 1; }

static void set_if_absent(lua_State *L, const char *event, lua_CFunction f, const operator *upvalue) {
  lua_pushstring(L, event);
  bool absent = lua_rawget(L, -2) == LUA_TNIL;
  lua_settop(L, -2);
  if (!absent) return;
  lua_pushstring(L, event);
  lua_pushlightuserdata(L, (void *)upvalue);
  lua_pushcclosure(L, f, 1);
  lua_rawset(L, -3);
}

void sc_set_operators(lua_State *L) {
  for (const operator *o = operators; o->event; o++) set_if_absent(L, o->event, operate, o);
  set_if_absent(L, "__newindex", set_field, 0);
  set_if_absent(L, "__tostring", type_name, 0);
}
