// A Lua function over the elements of tensors, side by side: all calls under one protected call.
#include "element.h"

// Where a tensor's element lies, one after the other in row-major order.
typedef struct walk {
  const sc_tensor *t;
  ptrdiff_t at, *index;
} walk;

static inline void advance(walk *w) {
  for (int d = w->t->dims - 1; d >= 0; d--) {
    w->at += w->t->strides[d];
    if (++w->index[d] < w->t->sizes[d]) return;
    w->at -= w->index[d] * w->t->strides[d];
    w->index[d] = 0;
  }
}

enum { FUNCTION = 1, MAPPED = 2 };

// The elements' address is looked up at each step, since the function may make the storage grow.
static int map(lua_State *L) {
  const sc_mapped *m = lua_touserdata(L, MAPPED);
  walk w[SC_MAPPED];
  for (int k = 0; k < m->count; k++) w[k] = (walk){&m->tensors[k], 0, m->index + k * m->rank};
  for (ptrdiff_t i = 0; i < m->elements; i++) {
    lua_pushvalue(L, FUNCTION);
    for (int k = 0; k < m->count; k++) sc_push_number(L, load(w[k].t, w[k].at));
    lua_call(L, m->count, 1);
    switch (lua_type(L, -1)) {
      case LUA_TNUMBER: store(w[0].t, w[0].at, lua_tonumberx(L, -1, 0)); break;
      case LUA_TBOOLEAN: store(w[0].t, w[0].at, lua_toboolean(L, -1)); break;
      case LUA_TNIL: break;
      default:
        sc_push_place(L);
        lua_pushfstring(L, "%s%s: expected a function that returns numbers, got %s", lua_tostring(L, -1), m->name, luaL_typename(L, -2));
        return lua_error(L);
    }
    lua_settop(L, MAPPED);
    for (int k = 0; k < m->count; k++) advance(&w[k]);
  }
  return 0;
}

int sc_map(lua_State *L, const sc_mapped *m) {
  lua_pushlightuserdata(L, (void *)m);
  return sc_protected(L, map, 2, 0);
}
