import Glibc

/// The name of a file, or a command: bytes, since it need not be text.
public struct Path: Sendable {
  /// As C wants it: with a zero at the end.
  public let bytes: [CChar]

  /// Up to the first zero.
  public init(_ bytes: UnsafePointer<CChar>) {
    self.bytes = Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes) + 1))
  }
  public init(_ text: String) { bytes = Array(text.utf8CString) }
  private init(_ bytes: some Sequence<CChar>) { self.bytes = bytes + [0] }

  /// For messages.
  public var text: String { bytes.withUnsafeBufferPointer { String(cString: $0.baseAddress!) } }
  public var isEmpty: Bool { bytes.count == 1 }

  /// `folder/` and `name`; no folder if there is none.
  var parts: (folder: Path, name: Path) {
    let end = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return (Path(bytes[..<end]), Path(bytes[end...].dropLast()))
  }
  static func + (a: Path, b: Path) -> Path { Path(a.bytes.dropLast() + b.bytes.dropLast()) }
  func prefix(_ count: Int) -> Path { Path(bytes.dropLast().prefix(count)) }

  /// Where it leads, also if nothing is there yet.
  var endOfLinks: Path {
    var path = self
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      guard readlink(path.bytes, &target, Int(PATH_MAX)) > 0 else { break }
      let link = target.withUnsafeBufferPointer { Path($0.baseAddress!) }
      path = link.bytes[0] == slash ? link : path.parts.folder + link
    }
    return path
  }
}
private let slash = CChar(bitPattern: UInt8(ascii: "/"))
