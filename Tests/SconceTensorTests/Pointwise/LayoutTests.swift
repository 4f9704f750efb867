import SconceErrors
import SconceKernels
import SconceTensor
import Testing

/// Every op on every type, whatever its operands look like, against one line on doubles.
@Suite("Element-wise ops") struct PointwiseTests {
  struct Op: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let call: @Sendable (Tensor, Tensor, Tensor) throws(SconceError) -> Void
    let exactly: @Sendable (Double, Double) -> Double
  }
  /// Their results are small whole numbers for operands from 1 to 5, and fit every type.
  static let ops = [
    Op(testDescription: "add", call: { r, a, b throws(SconceError) in try r.add(a, b, scale: 3) }) { $0 + 3 * $1 },
    Op(testDescription: "csub", call: { r, a, b throws(SconceError) in try r.add(a, 9).csub(r, b) }) { $0 + 9 - $1 },
    Op(testDescription: "cmul", call: { r, a, b throws(SconceError) in try r.cmul(a, b) }) { $0 * $1 },
    Op(testDescription: "cdiv", call: { r, a, b throws(SconceError) in try r.cmul(a, b).cdiv(r, b) }) { a, _ in a },
    Op(testDescription: "cmax", call: { r, a, b throws(SconceError) in try r.cmax(a, b) }) { max($0, $1) },
    Op(testDescription: "cmin", call: { r, a, b throws(SconceError) in try r.cmin(a, b) }) { min($0, $1) },
    Op(testDescription: "clamp", call: { r, a, b throws(SconceError) in try r.clamp(a, 2, 3) }) { a, _ in
      min(max(a, 2), 3)
    },
    Op(testDescription: "addcmul", call: { r, a, b throws(SconceError) in try r.addcmul(a, scale: 2, b, a) }) {
      $0 + 2 * $1 * $0
    },
    Op(testDescription: "addcdiv", call: { r, a, b throws(SconceError) in try r.addcdiv(a, scale: 2, b, b) }) { a, _ in
      a + 2
    },
    Op(testDescription: "cpow", call: { r, a, b throws(SconceError) in try r.cmin(a, 2).cpow(r, b) }) { a, b in
      min(a, 2) == 1 ? 1 : Double(1 << Int(b))
    },
    Op(testDescription: "cfmod", call: { r, a, b throws(SconceError) in try r.cfmod(a, b) }) {
      $0.truncatingRemainder(dividingBy: $1)
    },
    Op(testDescription: "cremainder", call: { r, a, b throws(SconceError) in try r.cremainder(a, b) }) {
      $0.truncatingRemainder(dividingBy: $1)
    },
    Op(testDescription: "clshift", call: { r, a, b throws(SconceError) in try r.cmin(a, 2).clshift(r, b) }) { a, b in
      min(a, 2) * Double(1 << Int(b))
    },
    Op(testDescription: "lt", call: { r, a, b throws(SconceError) in try r.lt(a, b) }) { $0 < $1 ? 1 : 0 },
    Op(testDescription: "ge", call: { r, a, b throws(SconceError) in try r.ge(a, b) }) { $0 >= $1 ? 1 : 0 },
    Op(testDescription: "ne", call: { r, a, b throws(SconceError) in try r.ne(a, b) }) { $0 != $1 ? 1 : 0 },
    Op(testDescription: "gt a number", call: { r, a, b throws(SconceError) in try r.gt(a, 2) }) { a, _ in a > 2 ? 1 : 0
    },
    Op(testDescription: "sign", call: { r, a, b throws(SconceError) in try r.sign(a) }) { _, _ in 1 },
    Op(testDescription: "div", call: { r, a, b throws(SconceError) in try r.mul(a, 4).div(r, 2) }) { a, _ in 2 * a },
  ]
  static let types: [DType] = [.byte, .char, .short, .int, .long, .float, .double]

  @Test("on every type, in every layout", arguments: ops, types)
  func layouts(op: Op, dtype: DType) throws {
    for (rows, columns) in [(3, 5), (7, 70)] {
      for (a, b) in try operands(dtype, rows, columns) {
        let x = a.doubles, y = b.doubles, expected = zip(x, y).map(op.exactly)
        let fresh = Tensor(dtype)
        try op.call(fresh, a, b)
        #expect(difference(fresh, expected) == nil && fresh.sizes == a.sizes)
        let transposed = try Tensor(dtype, [columns, rows]).transposed()
        try op.call(transposed, a, b)
        #expect(difference(transposed, expected) == nil)
        let wide = try Tensor(dtype, [rows, columns + 2]), middle = try wide.narrow(1, 1, columns)
        try op.call(middle, a, b)
        #expect(difference(middle, expected) == nil)
        #expect(
          try wide.narrow(1, 0, 1).doubles + wide.narrow(1, columns + 1, 1).doubles
            == Array(repeating: 0, count: 2 * rows))
      }
    }
  }

  @Test("into an operand", arguments: ops, types)
  func inPlace(op: Op, dtype: DType) throws {
    for (a, b) in try operands(dtype, 7, 70).prefix(2) {
      let expected = zip(a.doubles, b.doubles).map(op.exactly)
      try op.call(a, a, b)
      #expect(difference(a, expected) == nil)
    }
  }

  /// The first element that is another than expected.
  private func difference(_ got: Tensor, _ expected: [Double]) -> String? {
    let got = got.doubles
    guard got.count == expected.count else { return "\(got.count) elements" }
    return got.indices.first { got[$0] != expected[$0] }.map { "\($0): \(got[$0]), not \(expected[$0])" }
  }

  /// Contiguous; transposed; narrowed; the second one row, one column or one element for all.
  private func operands(_ dtype: DType, _ rows: Int, _ columns: Int) throws -> [(Tensor, Tensor)] {
    func tensor(_ sizes: [Int], _ seed: Int) throws -> Tensor {
      let count = sizes.reduce(1, *)
      return try Tensor(dtype, sizes, (0..<count).map { Double(($0 * 7 + seed + $0 / 5) % 5 + 1) })
    }
    func expanded(_ sizes: [Int]) throws -> Tensor {
      try tensor(sizes, 2).expand(2) { $0 == 0 ? rows : columns }
    }
    return [
      (try tensor([rows, columns], 0), try tensor([rows, columns], 1)),
      (try tensor([columns, rows], 0).transposed(), try tensor([rows, columns], 1)),
      (try tensor([rows, columns + 3], 0).narrow(1, 2, columns), try tensor([columns, rows], 1).transposed()),
      (try tensor([rows, columns], 0), try tensor([rows * columns], 3)),
      (try tensor([rows, columns], 0), try expanded([1, columns])),
      (try tensor([rows, columns], 0), try expanded([rows, 1])),
      (try tensor([columns, rows], 0).transposed(), try expanded([1, 1])),
    ]
  }

  @Test("on several threads as on one")
  func threads() throws {
    let before = ThreadPool.shared.threads
    defer { ThreadPool.shared.threads = before }
    let n = 401, x = try Tensor(.float, [n, n], (0..<n * n).map { Double($0 % 1009) / 100 })
    var results: [[Double]] = []
    for threads in [1, 4] {
      ThreadPool.shared.threads = threads
      let r = Tensor(.float), wide = try Tensor(.float, [n, n + 1])
      try r.tanh(x)
      results.append(r.doubles)
      try r.add(x.transposed(), x)
      results.append(r.doubles)
      try wide.narrow(1, 1, n).addcmul(x, scale: 0.5, x.transposed(), x)
      results.append(wide.doubles)
      // A result over its own operand, one element on, is written in order; and so is one element for all.
      let chain = try Tensor(.double, [200_000]).fill(1)
      try chain.narrow(0, 1, 199_999).cmul(chain.narrow(0, 0, 199_999), chain.narrow(0, 1, 199_999))
      results.append(chain.doubles)
      let sum = try Tensor(.double, [1])
      try sum.expand(1) { _ in 200_000 }.add(chain, sum.expand(1) { _ in 200_000 })
      results.append(sum.doubles)
    }
    let isSame = results[..<5].elementsEqual(results[5...])
    #expect(isSame)
  }

  @Test("more dimensions than a line holds")
  func ranks() throws {
    let sizes = [2, 1, 3, 2, 2, 1, 2, 2, 2, 3], count = sizes.reduce(1, *)
    let t = try Tensor(.int, sizes, (0..<count).map(Double.init))
    var view = try t.narrow(2, 1, 2).narrow(9, 1, 2)
    view = try view.narrow(7, 0, 1)
    let expected = view.doubles.map { 2 * $0 + 1 }
    let r = Tensor(.int)
    try r.mul(view, 2).add(r, 1)
    #expect(r.doubles == expected && r.sizes == view.sizes)
    try view.mul(view, 2)
    #expect(view.doubles == expected.map { $0 - 1 })
  }
}
