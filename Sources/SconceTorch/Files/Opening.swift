import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// The bodies of the functions that open and close files.
enum Opening {
  @Sendable static func disk(_ name: String, _ mode: String?, _ quiet: Bool?) throws(SconceError) -> File? {
    let (reading, writing) = try parse(mode ?? "r", "'r', 'w' or 'rw'")
    return try open(quiet) { () throws(SconceError) in
      let stream = try DiskStream(path(name), reading: reading, writing: writing)
      return File(stream, name: name, reading: reading, writing: writing)
    }
  }
  @Sendable static func replacing(_ name: String) throws(SconceError) -> File {
    File(try ReplacingStream(path(name)), name: name, reading: false, writing: true)
  }
  @Sendable static func pipe(_ command: String, _ mode: String?, _ quiet: Bool?) throws(SconceError) -> File? {
    let (reading, writing) = try parse(mode ?? "r", "'r' or 'w'")
    if reading == writing { throw SconceError("expected mode 'r' or 'w', got '\(mode ?? "")'") }
    return try open(quiet) { () throws(SconceError) in
      File(try PipeStream(path(command), writing: writing), name: command, reading: reading, writing: writing)
    }
  }
  @Sendable static func memory(_ mode: String?, _ stack: Stack) throws(SconceError) -> File {
    let (reading, writing) = try parse(mode ?? "rw", "'r', 'w' or 'rw'")
    return File(try MemoryStream(in: stack.torch.memory), reading: reading, writing: writing)
  }
  @Sendable static func storage(_ storage: Storage, _ mode: String?) throws(SconceError) -> File {
    let (reading, writing) = try parse(mode ?? "rw", "'r', 'w' or 'rw'")
    return File(try MemoryStream(storage, keeping: reading), reading: reading, writing: writing)
  }
  @Sendable static func close(_ file: File, _ stack: Stack) throws(SconceError) -> Pushed {
    do throws(SconceError) { try file.close() } catch { throw file.named(error) }
    return stack.itself
  }
  @Sendable static func discard(_ file: File) {
    (file.stream as? ReplacingStream)?.discard()
    try? file.close()
  }

  /// Quiet opening answers nil in the place of an error.
  private static func open(_ quiet: Bool?, _ body: () throws(SconceError) -> File) throws(SconceError) -> File? {
    do throws(SconceError) { return try body() } catch { if quiet == true { return nil } else { throw error } }
  }
  private static func parse(_ mode: String, _ expected: String) throws(SconceError) -> (reading: Bool, writing: Bool) {
    switch mode {
    case "r": (true, false)
    case "w": (false, true)
    case "rw": (true, true)
    default: throw SconceError("expected mode \(expected), got '\(mode)'")
    }
  }
  /// C ends a name at a zero; opening something else than was asked for would be worse than refusing.
  private static func path(_ name: String) throws(SconceError) -> String {
    if name.utf8.contains(0) { throw SconceError("expected a name without zero bytes") }
    return name
  }
}

extension File {
  /// An error that says which file it is about.
  func named(_ error: SconceError) -> SconceError {
    name.isEmpty || error.isPlaced || error.isSigned ? error : SconceError("\(name): \(error.message)")
  }
}

extension Stack {
  var torch: TorchState { unsafeDowncast(bindings.owner, to: TorchState.self) }
}
