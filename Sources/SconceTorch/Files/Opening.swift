import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// The bodies of the functions that open and close files.
enum Opening {
  @Sendable static func disk(_ name: Text, _ mode: String?, _ quiet: Bool?) throws(SconceError) -> File? {
    let (reading, writing) = try parse(mode ?? "r", "'r', 'w' or 'rw'")
    return try open(quiet) { () throws(SconceError) in
      let path = Path(try name.path())
      let stream = try DiskStream(path, reading: reading, writing: writing)
      return File(stream, name: path, reading: reading, writing: writing)
    }
  }
  @Sendable static func replacing(_ name: Text) throws(SconceError) -> File {
    let path = Path(try name.path())
    return File(try ReplacingStream(path), name: path, reading: false, writing: true)
  }
  @Sendable static func pipe(_ command: Text, _ mode: String?, _ quiet: Bool?) throws(SconceError) -> File? {
    let (reading, writing) = try parse(mode ?? "r", "'r' or 'w'")
    if reading == writing { throw SconceError("expected mode 'r' or 'w', got '\(mode ?? "")'") }
    return try open(quiet) { () throws(SconceError) in
      let command = Path(try command.path())
      return File(try PipeStream(command, writing: writing), name: command, reading: reading, writing: writing)
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
}

extension File {
  /// An error that says which file it is about.
  func named(_ error: SconceError) -> SconceError {
    name.isEmpty || error.isPlaced || error.isSigned ? error : SconceError("\(name.text): \(error.message)")
  }
}

extension Stack {
  var torch: TorchState { unsafeDowncast(bindings.owner, to: TorchState.self) }
}
