import CLua
import CLuaBridge
import SconceErrors
import SconceFile
import SconceLua

/// Objects, to and from a file. The file lies at the first place of the stack, unless said otherwise.
enum ObjectRows {
  @Sendable static func read(_ file: File, _ options: Table?, _ stack: Stack) throws(SconceError) -> Pushed {
    var reader = ObjectReader(stack, file, at: 1)
    if let options {
      reader.unknownAsTable = try option("unknown", options, stack) == "table"
      reader.trustsFunctions = try option("functions", options, stack) == "true"
    }
    do throws(SconceError) { try reader.read() } catch { throw file.named(error) }
    return Pushed(1)
  }

  @Sendable static func parts(_ file: File, _ options: Table?, _ stack: Stack) throws(SconceError) -> Pushed {
    var parts: [(T7Part, Range<Int>)] = []
    file.trace = { parts.append(($0, $1)) }
    defer { file.trace = nil }
    var message: String?
    do throws(SconceError) { _ = try read(file, options, stack) } catch { message = error.message }
    let L = stack.L
    lua_createtable(L, Int32(clamping: parts.count), 0)
    for (i, (what, range)) in parts.enumerated() {
      lua_createtable(L, 0, 3)
      what.name.pushOntoLua(L)
      lua_setfield(L, -2, "what")
      (range.lowerBound + 1).pushOntoLua(L)
      lua_setfield(L, -2, "first")
      range.upperBound.pushOntoLua(L)
      lua_setfield(L, -2, "last")
      lua_rawseti(L, -2, lua_Integer(i + 1))
    }
    if let message { message.pushOntoLua(L) } else { lua_pushnil(L) }
    return Pushed(2)
  }

  @Sendable static func write(
    _ file: File, _ object: Anything?, _ name: String?, _ hook: Callback?, _ stack: Stack
  ) throws(SconceError) {
    try file.checkWritable()
    let writer = ObjectWriter(stack, file, at: 1)
    if let name { writer.name = name }
    if let hook { writer.hook = hook.position }
    if let object { lua_pushvalue(stack.L, object.position) } else { lua_pushnil(stack.L) }
    do throws(SconceError) { try writer.write() } catch { throw file.named(error) }
  }

  @Sendable static func writeFields(_ object: Table, _ file: File, _ stack: Stack) throws(SconceError) {
    try file.checkWritable()
    let writer = ObjectWriter(stack, file, at: 2)
    lua_pushvalue(stack.L, object.position)
    do throws(SconceError) { try writer.writeFields() } catch { throw file.named(error) }
  }

  @Sendable static func readFields(_ object: Table, _ file: File, _ stack: Stack) throws(SconceError) {
    var reader = ObjectReader(stack, file, at: 2)
    let L = stack.L
    do throws(SconceError) { try reader.read() } catch { throw file.named(error) }
    guard lua_type(L, -1) == LUA_TTABLE else { throw file.named(SconceError("expected a table of fields")) }
    lua_pushvalue(L, object.position)
    sc_insert(L, -2)
    if sc_merge(L) != LUA_OK { throw stack.state.popError() }
  }

  @Sendable static func connect(_ make: Callback, _ look: Callback, _ warn: Callback, _ stack: Stack) {
    let L = stack.L
    lua_pushstring(L, "sconce.classes")
    lua_createtable(L, 3, 0)
    for (i, f) in [(FileClasses.make, make), (FileClasses.look, look), (FileClasses.warn, warn)] {
      lua_pushvalue(L, f.position)
      lua_rawseti(L, -2, i)
    }
    lua_rawset(L, sc_registry())
  }

  /// A field of the options as text; empty if there is none.
  private static func option(_ name: String, _ options: Table, _ stack: Stack) throws(SconceError) -> String {
    let L = stack.L
    lua_pushstring(L, name)
    let type = lua_rawget(L, options.position)
    defer { sc_pop(L, 1) }
    switch type {
    case LUA_TNIL: return ""
    case LUA_TBOOLEAN: return lua_toboolean(L, -1) != 0 ? "true" : "false"
    case LUA_TSTRING: return String(cString: lua_tolstring(L, -1, nil))
    default: throw SconceError("expected option \(name) to be a boolean or a string")
    }
  }
}
