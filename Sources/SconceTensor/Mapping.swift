import CTensor
import Glibc
import SconceErrors

/// The bytes of a file, or of an object of shared memory, as elements of a storage.
///
/// - Shared, what is written to the elements is written to the file, and other processes see it; the file is made, and made
///   longer, as is needed. An object of shared memory is let go by name with the first mapping of it.
/// - Not shared, the file need only be readable, and stays as it is.
///
/// A file that someone cuts short meanwhile reads as zeros from there on; what is written there is lost.
public final class Mapping {
  let start: UnsafeMutableRawPointer
  let bytes: Int
  let count: Int
  let dtype: DType
  /// What the collector counts it as. The pages of a file come and go as the system likes, and a large file must not make the
  /// collector wait for as much again; but a process can have only so many mappings. Shared memory counts in full.
  let weight: Int
  private let object: [CChar]?

  public enum Kind: Sendable { case file, sharedMemory }

  /// - path: of a file; the name of an object of shared memory, such as `/name`.
  /// - count: how many elements; 0 or less for as many as the file holds.
  /// - Throws: for a file that cannot be opened, is no regular file, is too short or cannot be made longer.
  public init(_ path: UnsafePointer<CChar>, _ kind: Kind = .file, of dtype: DType, count: Int, shared: Bool)
    throws(SconceError)
  {
    let (wanted, overflow) = max(count, 0).multipliedReportingOverflow(by: dtype.stride)
    guard !overflow, wanted < 1 << 48 else { throw SconceError("expected a size below 2^48 bytes, got \(count)") }
    let file = try OpenFile(path, kind, shared)
    if wanted > file.size {
      guard shared else {
        throw SconceError("file <\(file.name)> size is smaller than the required mapping size <\(wanted)>")
      }
      let error = sc_extend(file.descriptor, off_t(file.size), off_t(wanted))
      guard error == 0 else {
        throw SconceError(
          "unable to resize file <\(file.name)> to \(wanted) bytes: \(String(cString: strerror(error)))")
      }
    }
    self.count = wanted > 0 ? max(count, 0) : file.size / dtype.stride
    bytes = self.count * dtype.stride
    guard bytes > 0 else {
      throw SconceError("unable to mmap memory: expected a size, since file <\(file.name)> holds no element")
    }
    guard let start = sc_mapping_new(file.descriptor, bytes, shared) else {
      let why = String(cString: strerror(errno))
      if wanted > file.size { ftruncate(file.descriptor, off_t(file.size)) }
      throw SconceError("unable to mmap memory of file <\(file.name)>: \(why)")
    }
    (self.start, self.dtype) = (start, dtype)
    let isObject = kind == .sharedMemory && shared
    weight = 1 << 16 + (isObject ? bytes : 0)
    object = isObject ? Array(UnsafeBufferPointer(start: path, count: strlen(path) + 1)) : nil
  }
  deinit {
    sc_mapping_free(start, bytes)
    if let object { shm_unlink(object) }
  }
}

/// A regular file that is open as long as this lives.
private struct OpenFile: ~Copyable {
  let descriptor: Int32, name: String, size: Int

  init(_ path: UnsafePointer<CChar>, _ kind: Mapping.Kind, _ shared: Bool) throws(SconceError) {
    name = String(cString: path)
    // A named pipe would have everyone wait for whoever writes to it.
    let flags = (shared ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NONBLOCK
    descriptor = kind == .sharedMemory && shared ? shm_open(path, flags, 0o600) : open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let mode = shared ? "read-write" : "read-only"
      throw SconceError("unable to open file <\(name)> in \(mode) mode: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw SconceError("unable to mmap memory: <\(name)> is not a regular file")
    }
    size = Int(status.st_size)
  }
  deinit { close(descriptor) }
}
