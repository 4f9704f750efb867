import Glibc
import Sconce
import SconceErrors
import SconceLua
import SconceTensor

/// Loads what libFuzzer makes up, as binary and as text, and uses what comes of it. An error of Lua is a right answer;
/// only a crash, or memory without bounds (`-rss_limit_mb`), is a wrong one.
private func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  do {
    let bytes = try Tensor(.byte, [count])
    bytes.base.copyMemory(from: start, byteCount: count)
    try interpreter.call("fuzz", bytes)
  } catch {
    // Unlike what a file makes of itself, this is a mistake here.
    print(error)
    abort()
  }
  return 0
}

nonisolated(unsafe) private let interpreter: Interpreter = {
  do {
    let interpreter = try Interpreter()
    try interpreter.run(
      """
      function fuzz(bytes)
        local storage = torch.CharTensor(bytes:nElement()):copy(bytes):storage()
        for _, mode in ipairs {'binary', 'ascii'} do
          local ok, value = pcall(torch.deserializeFromStorage, storage, mode)
          if ok and torch.isTensor(value) and value:nElement() < 1e5 then pcall(value.clone, value) end
        end
        collectgarbage()
      end
      """)
    return interpreter
  } catch { fatalError("\(error)") }
}()

/// libFuzzer's own `main` is one that the package manager does not link.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@main struct Main {
  static func main() {
    var count = CommandLine.argc, arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments) { fuzz($0, $1) })
  }
}
