import CLua
import Glibc
import SconceErrors
import SconceLua

extension Library {
  mutating func defineTerminal() {
    define(
      "isatty", method: .none, "Whether a file of Lua's, such as `io.stdout`, is a terminal.",
      form("file", Terminal.isTerminal))
  }
}

private enum Terminal {
  @Sendable static func isTerminal(_ file: Anything) throws(SconceError) -> Bool {
    // One that is closed keeps the address of what it had.
    guard let userdata = luaL_testudata(file.state, file.position, "FILE*"),
      case let stream = userdata.assumingMemoryBound(to: luaL_Stream.self).pointee, stream.closef != nil,
      let handle = stream.f
    else { throw SconceError("expected a file of Lua's, such as io.stdout, that is open") }
    return isatty(fileno(handle)) == 1
  }
}
