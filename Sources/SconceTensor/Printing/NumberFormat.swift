import CTensor
import Glibc

/// One way to show all numbers of a tensor, as Torch7 chooses it from the smallest and the largest.
struct NumberFormat {
  private enum Style { case whole, exponent, fixed, plain }
  private let style: Style
  /// Characters a number, 0 where each takes what it needs.
  private let width: Int
  /// Numbers are shown divided by this, which is written above them.
  private let scale: Double?

  init(_ numbers: UnsafeBufferPointer<Double>) {
    var (least, most, areWhole) = (Double.infinity, 0.0, true)
    for x in numbers {
      if x.isNaN {
        // Torch7 lost its way among comparisons with nan.
        (style, width, scale) = (.plain, 0, nil)
        return
      }
      least = min(least, x.magnitude)
      most = max(most, x.magnitude)
      areWhole = areWhole && x == x.rounded(.up)
    }
    // Digits before the point; inf has infinitely many.
    func digits(_ x: Double) -> Double { x == 0 ? 1 : log10(x).rounded(.down) + 1 }
    let (low, high) = (digits(least), digits(most))
    if areWhole {
      (style, width, scale) = high > 9 ? (.exponent, 11, nil) : (.whole, Int(high) + 1, nil)
    } else if high - low > 4 {
      (style, width, scale) = (.exponent, high.magnitude > 99 || low.magnitude > 99 ? 12 : 11, nil)
    } else if high > 5 || high < 0 {
      (style, width, scale) = (.fixed, 7, pow(10, high - 1))
    } else {
      (style, width, scale) = (.fixed, high == 0 ? 7 : Int(high) + 6, nil)
    }
  }

  func appendColumn(_ numbers: UnsafeBufferPointer<Double>, to text: inout [UInt8]) {
    appendScale(to: &text)
    for x in numbers {
      append(x, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
  }

  /// In blocks of as many columns as 80 characters hold.
  func appendMatrix(
    _ base: UnsafePointer<Double>, _ rows: Int, _ columns: Int, indented: Bool, to text: inout [UInt8]
  ) {
    let margin = indented ? 1 : 0
    let perBlock = style == .plain ? columns : (80 - margin) / (width + 1)
    func indent(_ more: Int = 0) { for _ in 0..<margin + more { text.append(UInt8(ascii: " ")) } }
    indent()
    var first = 0
    while first < columns {
      let last = min(first + perBlock, columns)
      if perBlock < columns {
        if first > 0 { text.append(UInt8(ascii: "\n")) }
        text += "Columns \(first + 1) to \(last)\n".utf8
        indent()
      }
      appendScale(to: &text)
      if scale != nil { indent(1) }
      for row in 0..<rows {
        if row > 0 { indent(scale == nil ? 0 : 1) }
        for column in first..<last {
          append(base[row * columns + column], to: &text)
          text.append(UInt8(ascii: column == last - 1 ? "\n" : " "))
        }
      }
      first = last
    }
  }

  private func appendScale(to text: inout [UInt8]) {
    guard let scale else { return }
    append("g", 0, scale, to: &text)
    text += " *\n".utf8
  }

  private func append(_ x: Double, to text: inout [UInt8]) {
    switch style {
    case .whole: append("d", width, x, to: &text)
    case .exponent: append("e", width, x, to: &text)
    case .fixed: append("f", width, x / (scale ?? 1), to: &text)
    case .plain: append("p", 0, x, to: &text)
    }
  }
  private func append(_ style: Unicode.Scalar, _ width: Int, _ x: Double, to text: inout [UInt8]) {
    // The longest is 1.8e308 in full: 309 digits, the point and six more.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 336) { buffer in
      let count = sc_format(buffer.baseAddress!, buffer.count, CChar(style.value), Int32(width), x)
      text += UnsafeRawBufferPointer(start: buffer.baseAddress!, count: Int(count))
    }
  }
}
