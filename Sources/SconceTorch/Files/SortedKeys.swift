import CLua
import CLuaBridge
import Glibc

/// Sorts the list of a table's keys on top of the stack: numbers, then strings, then booleans, each by value. Lua's own
/// order changes from process to process. Tables and functions as keys have no order of their own and come last.
func sortKeys(_ L: OpaquePointer) {
  let count = Int(lua_rawlen(L, -1)), list = lua_gettop(L)
  if count < 2 { return }
  var keys: [Key] = []
  keys.reserveCapacity(count)
  for i in 1...count {
    lua_rawgeti(L, list, lua_Integer(i))
    keys.append(Key(L, i))  // strings stay in the list, and so where they are
    sc_pop(L, 1)
  }
  keys.sort()
  lua_createtable(L, Int32(clamping: count), 0)
  for (i, key) in keys.enumerated() {
    lua_rawgeti(L, list, lua_Integer(key.place))
    lua_rawseti(L, -2, lua_Integer(i + 1))
  }
  lua_copy(L, -1, list)
  sc_pop(L, 1)
}

private struct Key: Comparable {
  let place: Int
  private var rank = 3, number = 0.0, text = UnsafeRawBufferPointer(start: nil, count: 0)

  init(_ L: OpaquePointer, _ place: Int) {
    self.place = place
    switch lua_type(L, -1) {
    case LUA_TNUMBER: (rank, number) = (0, lua_tonumberx(L, -1, nil))
    case LUA_TSTRING:
      var length = 0
      let start = lua_tolstring(L, -1, &length)
      (rank, text) = (1, UnsafeRawBufferPointer(start: start, count: length))
    case LUA_TBOOLEAN: (rank, number) = (2, lua_toboolean(L, -1) != 0 ? 1 : 0)
    default: break
    }
  }
  static func < (a: Key, b: Key) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.rank == 1 {
      let order = memcmp(a.text.baseAddress!, b.text.baseAddress!, min(a.text.count, b.text.count))
      return order == 0 ? a.text.count < b.text.count : order < 0
    }
    return a.number == b.number ? a.place < b.place : a.number < b.number
  }
  static func == (a: Key, b: Key) -> Bool { a.place == b.place }
}
