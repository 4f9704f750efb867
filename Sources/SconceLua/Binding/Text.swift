import CLua
import CLuaBridge
import SconceErrors

/// A string as the bytes that it is, valid during the call.
public struct Text: Argument {
  /// In Lua a zero follows them.
  public let bytes: UnsafeRawBufferPointer
  @inlinable public static var type: ArgumentType { ArgumentType("string", .string) }
  public static func read(_ call: Call, _ index: Int32) -> Text {
    var length = 0
    let start = lua_tolstring(call.frame.pointee.L, sc_where(call.frame, index), &length)
    return Text(bytes: UnsafeRawBufferPointer(start: start, count: length))
  }

  /// As a name for the system, whatever bytes it consists of. C ends a name at a zero; something else than was asked for
  /// would be worse than a refusal.
  public func path() throws(SconceError) -> UnsafePointer<CChar> {
    guard !bytes.contains(0) else { throw SconceError("expected a name without zero bytes") }
    return bytes.assumingMemoryBound(to: CChar.self).baseAddress.unsafelyUnwrapped
  }
}
