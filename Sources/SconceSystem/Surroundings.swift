import CLua
import CLuaBridge
import Glibc
import SconceLua

extension Library {
  mutating func defineSurroundings() {
    define("uname", method: .none, "The system, the host and the processor.", form("-> system, host, processor", uname))
    define("program", method: .none, "The file of the running program.", form("-> path", program))
    define("isTerminal", method: .none, "Whether standard output is a terminal.", form("", isTerminal))
    define("columns", method: .none, "How wide the terminal is; 80 without one.", form("", columns))
  }
}

@Sendable private func uname(_ stack: Stack) -> Pushed {
  var name = utsname()
  Glibc.uname(&name)
  push(&name.sysname, stack.L)
  push(&name.nodename, stack.L)
  push(&name.machine, stack.L)
  return Pushed(3)
}
/// A C array is a tuple in Swift.
private func push<Text>(_ text: inout Text, _ L: OpaquePointer) {
  withUnsafePointer(to: &text) {
    _ = lua_pushstring(L, UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
  }
}

@Sendable private func program(_ stack: Stack) -> Pushed {
  let path = [CChar](unsafeUninitializedCapacity: 4096) { buffer, count in
    count = max(0, readlink("/proc/self/exe", buffer.baseAddress!, 4096))
  }
  path.withUnsafeBufferPointer { _ = lua_pushlstring(stack.L, $0.baseAddress, $0.count) }
  return Pushed(1)
}

@Sendable private func columns() -> Int {
  if let text = getenv("COLUMNS"), let width = Int(String(cString: text)), width > 0 { return width }
  var size = winsize()
  if ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
  return 80
}

@Sendable private func isTerminal() -> Bool { isatty(STDOUT_FILENO) != 0 }
