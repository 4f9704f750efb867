/// A key of the keyboard, as a terminal sends it.
public enum Key: Equatable, Sendable {
  case character(Character)
  case enter, tab, backspace, delete, left, right, home, end, up, down
  /// Ctrl-K, Ctrl-U, Ctrl-W: delete to the end, to the beginning, a word back.
  case killToEnd, killToStart, killWord
  /// Ctrl-L, Ctrl-C, Ctrl-D.
  case clear, interrupt, close
  /// One that does nothing here.
  case other
}

/// Makes keys of the bytes that a terminal sends, which come one at a time.
public struct KeyDecoder {
  private var pending: [UInt8] = []

  public init() {}

  /// The key that this byte completes; nil if more are to come.
  public mutating func next(_ byte: UInt8) -> Key? {
    pending.append(byte)
    guard let key = decoded else { return nil }
    pending = []
    return key
  }

  private var decoded: Key? {
    switch pending[0] {
    case 0x1b: return escaped
    case 0x00..<0x20, 0x7f: return KeyDecoder.control[pending[0]] ?? .other
    case 0x20..<0x7f: return .character(Character(UnicodeScalar(pending[0])))
    default:
      // UTF-8: the first byte says how many there are.
      let count = pending[0] >= 0xf0 ? 4 : pending[0] >= 0xe0 ? 3 : 2
      if pending.count < count { return nil }
      return String(validating: pending, as: UTF8.self).map { .character(Character($0)) } ?? .other
    }
  }

  /// `ESC [ A`, `ESC O A`, `ESC [ 3 ~`.
  private var escaped: Key? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else { return .other }
    guard let last = pending.dropFirst(2).last else { return nil }
    if last < 0x40 { return pending.count > 8 ? .other : nil }
    return KeyDecoder.sequences[String(decoding: pending.dropFirst(2), as: UTF8.self)] ?? .other
  }

  private static let control: [UInt8: Key] = [
    0x01: .home, 0x02: .left, 0x03: .interrupt, 0x04: .close, 0x05: .end, 0x06: .right, 0x08: .backspace, 0x09: .tab,
    0x0a: .enter, 0x0b: .killToEnd, 0x0c: .clear, 0x0d: .enter, 0x0e: .down, 0x10: .up, 0x15: .killToStart,
    0x17: .killWord, 0x7f: .backspace,
  ]
  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "1~": .home, "3~": .delete, "4~": .end, "7~": .home, "8~": .end,
  ]
}
