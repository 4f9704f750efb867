import CLua
import CLuaBridge
import SconceErrors

/// A function of Swift that scripts call.
///
///     try lua.set("progress", LuaFunction { (step: Int, loss: Double) in print(step, loss) })
///     try lua.run("progress(1, 0.5)")
///
/// What it takes is read as the closure declares it: a call with anything else is an error of the script, with its
/// line, and what the closure throws becomes one too. A closure may call into the interpreter. It lives as long as the
/// script can reach it; one that holds the interpreter itself should do so weakly.
public final class LuaFunction: LuaConvertible {
  private let body: ([LuaValue]) throws -> [any LuaConvertible]

  /// A function of any number of values, which gives any number of them.
  public init(arguments body: @escaping ([LuaValue]) throws -> [any LuaConvertible]) { self.body = body }

  /// A function without a result.
  public convenience init<each Argument: LuaReadable>(_ body: @escaping (repeat each Argument) throws -> Void) {
    self.init { values in
      var arguments = Arguments(values: values)
      try body(repeat try arguments.next((each Argument).self))
      return []
    }
  }

  /// A function with a result.
  public convenience init<each Argument: LuaReadable, Result: LuaConvertible>(
    _ body: @escaping (repeat each Argument) throws -> Result
  ) {
    self.init { values in
      var arguments = Arguments(values: values)
      return [try body(repeat try arguments.next((each Argument).self))]
    }
  }

  public func pushOntoLua(_ L: OpaquePointer) { sc_push_closure(L, Unmanaged.passRetained(self).toOpaque()) }

  /// Takes all arguments off the stack and leaves the results; how many, or what C expects of a failure.
  func answer(_ L: OpaquePointer) -> Int32 {
    let state = LuaState.of(L)
    var arguments: [LuaValue] = []
    while lua_gettop(L) > 0 { arguments.append(state.pop(from: L)) }
    do {
      let results = try body(arguments.reversed())
      guard lua_checkstack(L, Int32(clamping: results.count + 8)) != 0 else { throw SconceError("too many results") }
      for result in results { result.pushOntoLua(L) }
      return Int32(results.count)
    } catch {
      let error = error as? SconceError ?? SconceError("\(error)")
      error.message.pushOntoLua(L)
      return error.isPlaced ? Int32(SC_AS_IT_IS) : -1
    }
  }

  /// What a script calls a function with, read one by one.
  private struct Arguments {
    let values: [LuaValue]
    var position = 0

    mutating func next<T: LuaReadable>(_ type: T.Type) throws(SconceError) -> T {
      defer { position += 1 }
      let value = position < values.count ? values[position] : .nil
      guard let read = T.read(value) else {
        throw SconceError("expected \(T.nameInLua) as argument \(position + 1), got \(value.shown)")
      }
      return read
    }
  }
}
