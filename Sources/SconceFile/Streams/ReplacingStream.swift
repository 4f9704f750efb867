import Glibc
import SconceErrors

/// A file that is written beside its place and takes it when it is complete: until then, and if it never comes to that,
/// the old one is there, whole.
///
/// What stands at the end of symbolic links is replaced, with its mode bits; a device or a pipe is written in place, and
/// so is a file in a folder where no other can be made.
public final class ReplacingStream: ByteStream {
  private let stream: DiskStream
  /// Nil if there is nothing to replace, or nothing any more.
  private var replacement: (temporary: String, target: String)?

  public init(_ path: String) throws(SconceError) {
    let target = endOfLinks(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? "", name = target.dropFirst(folder.count)
    if name.isEmpty || exists && (status.st_mode & S_IFMT != S_IFREG || access(target, W_OK) != 0) {
      stream = try DiskStream(path, reading: false, writing: true)
      return
    }
    var template = Array("\(folder).\(name.prefix(200)).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      if [EACCES, EPERM].contains(errno), exists {
        stream = try DiskStream(path, reading: false, writing: true)
        return
      }
      throw SconceError("cannot open <\(path)> in mode w: \(String(cString: strerror(errno)))")
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
    stream = DiskStream(descriptor)
    let temporary = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    replacement = (temporary, target)
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
    guard let (temporary, target) = replacement else { return try stream.close() }
    defer { discard() }
    try stream.persist()
    try stream.close()
    guard rename(temporary, target) == 0 else {
      throw SconceError("cannot replace \(target): \(String(cString: strerror(errno)))")
    }
    replacement = nil
    // The name is on the disk only when the folder is.
    let folder = open(target.lastIndex(of: "/").map { String(target[...$0]) } ?? ".", O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      _ = Glibc.close(folder)
    }
  }

  /// The old file stays.
  public func discard() {
    guard let (temporary, _) = replacement else { return }
    replacement = nil
    unlink(temporary)
  }
}

/// Where a path leads, also if nothing is there yet.
private func endOfLinks(_ path: String) -> String {
  var path = path
  for _ in 0..<40 {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink(path, &target, Int(PATH_MAX))
    guard length > 0 else { break }
    let link = target.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    path = link.hasPrefix("/") ? link : (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + link
  }
  return path
}
