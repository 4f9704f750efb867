import CTensor
import SconceErrors

extension Tensor {
  /// The elements as Torch7 shows them: a column, a matrix in blocks of columns, or matrices one after the other; at the
  /// end type and size.
  public func appendText(to text: inout [UInt8]) throws(SconceError) {
    if dim == 0 {
      text += "[\(dtype.typename) with no dimension]\n".utf8
      return
    }
    let numbers = dtype == .double && isContiguous ? self : try converted(to: .double)
    withExtendedLifetime(numbers) {
      let base = UnsafePointer(numbers.base.assumingMemoryBound(to: Double.self))
      let format = NumberFormat(UnsafeBufferPointer(start: base, count: count))
      if dim == 1 {
        format.appendColumn(UnsafeBufferPointer(start: base, count: count), to: &text)
      } else if dim == 2 {
        format.appendMatrix(base, size(0), size(1), indented: false, to: &text)
      } else {
        appendMatrices(base, format, to: &text)
      }
    }
    text += "[\(dtype.typename) of size \(extent)]\n".utf8
  }

  /// The first of the leading indices runs fastest.
  private func appendMatrices(_ base: UnsafePointer<Double>, _ format: NumberFormat, to text: inout [UInt8]) {
    let rows = size(dim - 2), columns = size(dim - 1)
    var steps = [Int](repeating: rows * columns, count: dim - 2)
    for d in (0..<dim - 2).reversed().dropFirst() { steps[d] = steps[d + 1] * size(d + 1) }
    var index = [Int](repeating: 0, count: dim - 2), isFirst = true
    while true {
      if !isFirst { text.append(UInt8(ascii: "\n")) }
      isFirst = false
      text += "(\(index.map { "\($0 + 1)," }.joined()).,.) = \n".utf8
      let at = zip(index, steps).reduce(0) { $0 + $1.0 * $1.1 }
      format.appendMatrix(base + at, rows, columns, indented: true, to: &text)
      guard let d = index.indices.first(where: { index[$0] + 1 < size($0) }) else { return }
      index[d] += 1
      for before in 0..<d { index[before] = 0 }
    }
  }
}

extension Storage {
  /// The elements as Torch7 shows them, one a line; at the end type and size.
  public func appendText(to text: inout [UInt8]) throws(SconceError) {
    if count > 0 {
      let numbers = try Tensor(viewing: self).converted(to: .double)
      withExtendedLifetime(numbers) {
        let base = UnsafePointer(numbers.base.assumingMemoryBound(to: Double.self))
        let all = UnsafeBufferPointer(start: base, count: count)
        NumberFormat(all).appendColumn(all, to: &text)
      }
    }
    text += "[\(typename) of size \(count)]\n".utf8
  }
}
