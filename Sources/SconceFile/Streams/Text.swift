import CDecimal
import Glibc
import SconceTensor

// Elements as text. Bytes and characters are themselves; everything else is a decimal number, found as C's scanf finds it.
extension File {
  /// - more: the elements go on after these, so that a line end is not yet theirs.
  func readText(_ dtype: DType, _ count: Int, _ target: UnsafeMutableRawPointer, more: Bool = false) -> Int {
    var done = 0
    if dtype == .byte || dtype == .char {
      done = stream.read(target, count)
    } else {
      while done < count, readNumber(dtype, target + done * dtype.stride) { done += 1 }
    }
    if isAutoSpacing, count > 0, !more, stream.peek() == UInt8(ascii: "\n") { stream.skip(1) }
    return done
  }

  func writeText(_ dtype: DType, _ count: Int, _ source: UnsafeRawPointer) -> Int {
    var done = 0
    if dtype == .byte || dtype == .char {
      done = stream.write(source, count)
    } else {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(SC_DECIMAL)) { text in
        let start = text.baseAddress!
        while done < count {
          var length = Int(print(dtype, source + done * dtype.stride, start))
          if isAutoSpacing, done + 1 < count {
            start[length] = CChar(UInt8(ascii: " "))
            length += 1
          }
          if stream.write(start, length) < length { break }
          done += 1
        }
      }
    }
    if isAutoSpacing, count > 0, done == count {
      var end = UInt8(ascii: "\n")
      if stream.write(&end, 1) < 1 { done -= 1 }
    }
    return done
  }

  private func print(_ dtype: DType, _ p: UnsafeRawPointer, _ text: UnsafeMutablePointer<CChar>) -> Int32 {
    switch dtype {
    case .double: sc_decimal_double(text, p.loadUnaligned(as: Double.self))
    case .float: sc_decimal_float(text, p.loadUnaligned(as: Float.self))
    case .half: sc_decimal_float(text, Float(Float16(bitPattern: p.loadUnaligned(as: UInt16.self))))
    case .long: sc_decimal_integer(text, p.loadUnaligned(as: Int.self))
    case .int: sc_decimal_integer(text, Int(p.loadUnaligned(as: Int32.self)))
    case .short: sc_decimal_integer(text, Int(p.loadUnaligned(as: Int16.self)))
    case .byte, .char: 0
    }
  }

  /// False if what comes next is no number.
  private func readNumber(_ dtype: DType, _ p: UnsafeMutableRawPointer) -> Bool {
    while let byte = stream.peek(), isBlank(byte) { stream.skip(1) }
    if readWord(dtype, p) { return true }
    switch dtype {
    case .double: return scan { p.storeBytes(of: strtod($0, nil), as: Double.self) }
    case .float: return scan { p.storeBytes(of: strtof($0, nil), as: Float.self) }
    case .half: return scan { p.storeBytes(of: Float16(strtof($0, nil)).bitPattern, as: UInt16.self) }
    default: break
    }
    guard let value = readInteger() else { return false }
    store(value, dtype, p)
    return true
  }

  private func readInteger() -> Int? {
    var negative = false, value = 0, any = false
    if let sign = stream.peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      stream.skip(1)
    }
    while let byte = stream.peek(), (0x30...0x39).contains(byte) {
      let digit = Int(byte) - 0x30
      let (scaled, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.addingReportingOverflow(negative ? -digit : digit)
      value = over || carry ? negative ? .min : .max : sum
      any = true
      stream.skip(1)
    }
    return any ? value : nil
  }

  /// Gathers the characters of a floating number, no more of them than belong to it, for C to convert.
  private func scan(_ convert: (UnsafePointer<CChar>) -> Void) -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text in
      var n = 0
      func take(_ accepts: (UInt8) -> Bool) -> Bool {
        guard n < 511, let byte = stream.peek(), accepts(byte) else { return false }
        text[n] = CChar(bitPattern: byte)
        n += 1
        stream.skip(1)
        return true
      }
      func word(_ letters: StaticString) -> Bool {
        for i in 0..<letters.utf8CodeUnitCount where !take({ $0 | 0x20 == letters.utf8Start[i] }) { return false }
        return true
      }
      _ = take { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      var valid = false
      switch stream.peek().map({ $0 | 0x20 }) {
      case UInt8(ascii: "n"): valid = word("nan")
      case UInt8(ascii: "i"):
        valid = word("inf")
        if valid, stream.peek().map({ $0 | 0x20 }) == UInt8(ascii: "i") { valid = word("inity") }
      default:
        var isHex = false
        func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isDigit(_ byte: UInt8) -> Bool { isDecimal(byte) || isHex && (0x61...0x66).contains(byte | 0x20) }
        if take({ $0 == UInt8(ascii: "0") }) {
          valid = true
          isHex = take { $0 | 0x20 == UInt8(ascii: "x") }
        }
        while take(isDigit) { valid = true }
        if take({ $0 == UInt8(ascii: ".") }) { while take(isDigit) { valid = true } }
        if valid, take({ $0 | 0x20 == UInt8(ascii: isHex ? "p" : "e") }) {
          _ = take { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
          while take(isDecimal) {}
        }
      }
      text[n] = 0
      if valid { convert(text.baseAddress!) }
      return valid
    }
  }

  /// What most numbers are: a word that is a number as a whole, with a blank after it, all of it at hand.
  private func readWord(_ dtype: DType, _ p: UnsafeMutableRawPointer) -> Bool {
    let window = stream.window
    var length = 0
    while length < window.count, !isBlank(window[length]) { length += 1 }
    guard length > 0, length < 64, length < window.count else { return false }
    let isNumber = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { word -> Bool in
      UnsafeMutableRawBufferPointer(word).copyMemory(from: UnsafeRawBufferPointer(rebasing: window[..<length]))
      word[length] = 0
      let start = word.baseAddress!
      var end: UnsafeMutablePointer<CChar>?
      switch dtype {
      case .double: p.storeBytes(of: strtod(start, &end), as: Double.self)
      case .float: p.storeBytes(of: strtof(start, &end), as: Float.self)
      case .half: p.storeBytes(of: Float16(strtof(start, &end)).bitPattern, as: UInt16.self)
      default: store(strtol(start, &end, 10), dtype, p)
      }
      return end == start + length
    }
    if isNumber { stream.skip(length) }
    return isNumber
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

/// As C stores a long in a shorter type.
private func store(_ value: Int, _ dtype: DType, _ p: UnsafeMutableRawPointer) {
  switch dtype {
  case .long: p.storeBytes(of: Int64(value), as: Int64.self)
  case .int: p.storeBytes(of: Int32(truncatingIfNeeded: value), as: Int32.self)
  default: p.storeBytes(of: Int16(truncatingIfNeeded: value), as: Int16.self)
  }
}
