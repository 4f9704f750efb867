import CLua
import CLuaBridge
import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// One number, to and from a file.
enum Elements {
  static func read(_ file: File, _ dtype: DType) throws(SconceError) -> Double {
    var value: UInt64 = 0  // room for any element; what cannot be read is 0
    _ = try file.read(dtype, 1, &value)
    return dtype.load(&value)
  }
  static func write(_ file: File, _ dtype: DType, _ value: Double) throws(SconceError) {
    var element: UInt64 = 0
    dtype.store(value, &element)
    try file.write(dtype, 1, &element)
  }
}

enum Strings {
  @Sendable static func read(_ file: File, _ format: String, _ stack: Stack) throws(SconceError) -> Pushed {
    guard format.hasPrefix("*a") || format.hasPrefix("*l") else {
      throw SconceError("expected format '*a' or '*l', got '\(format)'")
    }
    let bytes = try format.hasPrefix("*a") ? file.readRest() : file.readLine()
    bytes.withUnsafeBytes {
      _ = lua_pushlstring(stack.L, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return Pushed(1)
  }
  @Sendable static func write(_ file: File, _ text: Text) throws(SconceError) -> Int {
    try file.writeString(text.bytes)
  }
}
