import Glibc
import SconceErrors

/// A file that is written beside its place and takes it when it is complete: until then, and if it never comes to that,
/// the old one is there, whole.
///
/// What stands at the end of symbolic links is replaced, with its mode bits; a device or a pipe is written in place, and
/// so is a file in a folder where no other can be made.
public final class ReplacingStream: ByteStream {
  private let stream: DiskStream
  private let descriptor: Int32
  /// Nil if there is nothing to replace, or nothing any more.
  private var replacement: Replacement?
  private struct Replacement {
    let target: Path
    /// Nil while the new file has no name: then nothing is left of it if the process is killed.
    var temporary: Path?
  }

  public init(_ path: Path) throws(SconceError) {
    let target = path.endOfLinks
    var status = stat()
    let exists = stat(target.bytes, &status) == 0
    let (folder, name) = target.parts
    if name.isEmpty || exists && (status.st_mode & S_IFMT != S_IFREG || access(target.bytes, W_OK) != 0) {
      (stream, descriptor) = (try DiskStream(path, reading: false, writing: true), -1)
      return
    }
    var temporary: Path?, descriptor = nameless(in: folder)
    if descriptor < 0 {
      var template = beside(folder, name).bytes
      descriptor = mkstemp(&template)
      temporary = template.withUnsafeBufferPointer { Path($0.baseAddress!) }
    }
    guard descriptor >= 0 else {
      if [EACCES, EPERM].contains(errno), exists {
        (stream, self.descriptor) = (try DiskStream(path, reading: false, writing: true), -1)
        return
      }
      throw SconceError("cannot open <\(path.text)> in mode w: \(String(cString: strerror(errno)))")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var mode = status.st_mode & 0o7777
    if exists {
      // As root the owner can be kept; anyone else is the owner, or may write without being it.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
    } else {
      let mask = umask(0)
      umask(mask)
      mode = 0o666 & ~mask
    }
    fchmod(descriptor, mode)
    (stream, self.descriptor) = (DiskStream(descriptor), descriptor)
    replacement = Replacement(target: target, temporary: temporary)
  }
  deinit { discard() }

  public var position: Int { stream.position }
  public var remaining: Int? { stream.remaining }
  public var trouble: String { stream.trouble }
  public var window: UnsafeRawBufferPointer { stream.window }
  public func skip(_ count: Int) { stream.skip(count) }
  public func read(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int { stream.read(target, count) }
  public func write(_ source: UnsafeRawPointer, _ count: Int) -> Int { stream.write(source, count) }
  public func seek(_ position: Int) throws(SconceError) { try stream.seek(position) }
  public func seekEnd() throws(SconceError) { try stream.seekEnd() }
  public func synchronize() throws(SconceError) { try stream.synchronize() }

  /// Puts the new file in the place of the old one.
  public func close() throws(SconceError) {
    guard let replacement else { return try stream.close() }
    let target = replacement.target
    defer { discard() }
    try stream.persist()
    if replacement.temporary == nil { self.replacement!.temporary = try give(descriptor, aNameBeside: target) }
    try stream.close()
    guard rename(self.replacement!.temporary!.bytes, target.bytes) == 0 else {
      throw SconceError("cannot replace \(target.text): \(String(cString: strerror(errno)))")
    }
    self.replacement = nil
    // The name is on the disk only when the folder is.
    let folder = open(target.parts.folder.orHere.bytes, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      _ = Glibc.close(folder)
    }
  }

  /// The old file stays.
  public func discard() {
    if let temporary = replacement?.temporary { unlink(temporary.bytes) }
    replacement = nil
  }
}

/// A new file without a name; below 0 where the file system has none, or nobody could give it one later.
private func nameless(in folder: Path) -> Int32 {
  let temporaryFile = 0o20000000 | O_DIRECTORY  // O_TMPFILE, a macro that Swift does not see
  guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
  return open(folder.orHere.bytes, temporaryFile | O_WRONLY | O_CLOEXEC, 0o600)
}
private func give(_ descriptor: Int32, aNameBeside target: Path) throws(SconceError) -> Path {
  let (folder, name) = target.parts
  for _ in 0..<100 {
    var bytes = beside(folder, name).bytes
    for i in bytes.count - 7..<bytes.count - 1 { bytes[i] = CChar.random(in: 97...122) }
    if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, bytes, AT_SYMLINK_FOLLOW) == 0 {
      return bytes.withUnsafeBufferPointer { Path($0.baseAddress!) }
    }
    if errno != EEXIST { break }
  }
  throw SconceError("cannot replace \(target.text): \(String(cString: strerror(errno)))")
}
/// `folder/.name.XXXXXX`
private func beside(_ folder: Path, _ name: Path) -> Path { folder + Path(".") + name.prefix(200) + Path(".XXXXXX") }
extension Path {
  fileprivate var orHere: Path { isEmpty ? Path(".") : self }
}
