import CLua
import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

extension Library {
  /// How a file reads and writes, and what it is. All return the file, so that calls can be chained.
  mutating func defineFlags() {
    flag("File.isQuiet", "Whether errors only set a flag.") { $0.isQuiet }
    flag("File.isReadable", "Whether the file can be read.") { $0.isReadable }
    flag("File.isWritable", "Whether the file can be written.") { $0.isWritable }
    flag("File.isBinary", "Whether numbers are bytes and not text.") { $0.isBinary }
    flag("File.isAutoSpacing", "Whether text has spaces between numbers and line ends after them.") { $0.isAutoSpacing }
    flag("File.isReferenced", "Whether an object that was written or read before is that one again.") {
      $0.references.isOn
    }
    flag("File.isOpened", "Whether the file has not been closed.") { $0.isOpen }
    flag("File.hasError", "Whether anything has failed since `clearError`.") { $0.hasError }
    setting("File.binary", "Numbers are bytes from here on.") { $0.isBinary = true }
    setting("File.ascii", "Numbers are text from here on.") { $0.isBinary = false }
    setting("File.autoSpacing", "Text has spaces between numbers, and line ends.") { $0.isAutoSpacing = true }
    setting("File.noAutoSpacing", "Text has no spaces and no line ends but those that are written.") {
      $0.isAutoSpacing = false
    }
    setting("File.quiet", "Errors only set a flag, which `hasError` tells.") { $0.isQuiet = true }
    setting("File.pedantic", "Errors are raised.") { $0.isQuiet = false }
    setting("File.clearError", "Forgets that anything failed.") { $0.hasError = false }
    setting("DiskFile.nativeEndianEncoding", "Binary numbers have the bytes in this machine's order.") {
      $0.isBigEndian = false
    }
    setting("DiskFile.littleEndianEncoding", "Binary numbers have the lowest byte first.") { $0.isBigEndian = false }
    setting("DiskFile.bigEndianEncoding", "Binary numbers have the highest byte first.") { $0.isBigEndian = true }
    define(
      "DiskFile.isLittleEndianCPU", method: .none, "Whether this machine has the lowest byte first.",
      form("[file]") { (_: File?) throws(SconceError) in true })
    define(
      "DiskFile.isBigEndianCPU", method: .none, "Whether this machine has the highest byte first.",
      form("[file]") { (_: File?) throws(SconceError) in false })
    setting("DiskFile.noBuffer", "Every byte is written and read at once.") { file in
      (file.stream as? DiskStream)?.isBuffered = false
    }
    define(
      "File.referenced", method: .member, "Sets whether an object that was written or read before is that one again.",
      form("file, on -> itself") { (file: File, on: Bool, stack: Stack) throws(SconceError) in
        file.references.isOn = on
        return stack.itself
      })
    define(
      "File.longSize", method: .member, "Bytes of a long in binary files: 4, 8, or 0 for this machine's.",
      form("file, [size = 0] -> itself") { (file: File, size: Int, stack: Stack) throws(SconceError) in
        guard [0, 4, 8].contains(size) else {
          throw SconceError("Invalid long size specified: expected 0, 4 or 8, got \(size)")
        }
        file.longSize = size == 0 ? 8 : size
        return stack.itself
      })
  }

  mutating func definePlaces() {
    define(
      "File.position", method: .member, "Where the next byte is read or written, from 1.",
      form("file") { (file: File) throws(SconceError) -> Int in
        try file.checkOpen()
        return file.stream.position + 1
      })
    define(
      "File.seek", method: .member, "Goes to a byte, from 1.",
      form("file, position -> itself") { (file: File, position: Int, stack: Stack) throws(SconceError) in
        try file.checkOpen()
        guard position > 0 else { throw SconceError("position has to be greater than 0!") }
        try file.trying { () throws(SconceError) in try file.stream.seek(position - 1) }
        return stack.itself
      })
    define(
      "File.seekEnd", method: .member, "Goes behind the last byte.",
      form("file -> itself") { (file: File, stack: Stack) throws(SconceError) in
        try file.checkOpen()
        try file.trying { () throws(SconceError) in try file.stream.seekEnd() }
        return stack.itself
      })
    define(
      "File.synchronize", method: .member, "Hands what was written to the system.",
      form("file -> itself") { (file: File, stack: Stack) throws(SconceError) in
        try file.checkOpen()
        try file.trying { () throws(SconceError) in try file.stream.synchronize() }
        return stack.itself
      })
    define(
      "MemoryFile.storage", method: .member, "What is in the file, and a zero: no copy.",
      form("file") { (file: File) throws(SconceError) -> Storage in
        try file.checkOpen()
        guard let stream = file.stream as? MemoryStream else { throw SconceError("expected a MemoryFile") }
        return try stream.contents()
      })
    define(
      "File.name", method: .member, "The path or the command that it was opened with.",
      form("file -> name") { (file: File, stack: Stack) throws(SconceError) in
        lua_pushstring(stack.L, file.name.bytes)
        return Pushed(1)
      })
  }

  private mutating func flag(_ name: StaticString, _ summary: StaticString, _ get: @escaping @Sendable (File) -> Bool) {
    define(name, method: .member, summary, form("file") { (file: File) throws(SconceError) in get(file) })
  }
  private mutating func setting(
    _ name: StaticString, _ summary: StaticString, _ set: @escaping @Sendable (File) -> Void
  ) {
    define(
      name, method: .member, summary,
      form("file -> itself") { (file: File, stack: Stack) throws(SconceError) in
        set(file)
        return stack.itself
      })
  }
}

extension Stack {
  /// The first argument: not another userdata for the same object.
  var itself: Pushed {
    lua_pushvalue(L, 1)
    return Pushed(1)
  }
}
