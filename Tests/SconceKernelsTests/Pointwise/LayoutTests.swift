import SconceKernels
import Testing

/// Each family against a loop of one line: lengths around every vector width and block, every way operands can lie.
@Suite("Layouts") struct LayoutTests {
  static let lengths = [0, 1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 700]
  static let numbers = (0..<2200).map { Float($0 * 37 % 1013) - 500 }

  @Test("two operands", arguments: runnableTables.indices)
  func binary(table: Int) {
    let kernel = runnableTables[table].pointwise.divide[code: 0], x = Self.numbers, y = Array(x.reversed())
    for count in Self.lengths {
      for (outStep, aStep, bStep) in [
        (1, 1, 1), (1, 1, 0), (1, 0, 1), (2, 1, 1), (1, 3, 1), (3, 2, 3), (1, 0, 0), (2, 0, 0), (2, 0, 1),
      ] {
        var out = [Float](repeating: -9, count: count * outStep + 1)
        kernel.call(count, &out, outStep, x, aStep, y, bStep, 0)
        #expect((0..<count).allSatisfy { out[$0 * outStep].bitPattern == (x[$0 * aStep] / y[$0 * bStep]).bitPattern })
        #expect(out[count * outStep] == -9 && (outStep == 1 || count == 0 || out[1] == -9))
      }
    }
  }

  @Test("the result is one of the operands, or both", arguments: runnableTables.indices, lengths)
  func aliases(table: Int, count: Int) {
    let kernel = runnableTables[table].pointwise.divide[code: 0], x = Self.numbers, y = Array(x.reversed())
    var r = x
    r.withUnsafeMutableBytes { kernel.call(count, $0.baseAddress!, 1, $0.baseAddress!, 1, y, 1, 0) }
    #expect((0..<count).allSatisfy { r[$0] == x[$0] / y[$0] } && r[count...] == x[count...])
    r = y
    r.withUnsafeMutableBytes { kernel.call(count, $0.baseAddress!, 1, x, 1, $0.baseAddress!, 1, 0) }
    #expect((0..<count).allSatisfy { r[$0] == x[$0] / y[$0] } && r[count...] == y[count...])
    r = x
    r.withUnsafeMutableBytes { kernel.call(count, $0.baseAddress!, 1, $0.baseAddress!, 1, $0.baseAddress!, 1, 0) }
    #expect((0..<count).allSatisfy { x[$0] == 0 || r[$0] == 1 } && r[count...] == x[count...])
  }

  @Test("three operands", arguments: runnableTables.indices)
  func ternary(table: Int) {
    let kernel = runnableTables[table].pointwise.addScaledProduct[code: 1]
    let x = Self.numbers.map(Double.init), y = Array(x.reversed()), z = y.map { 3 - $0 }
    for count in Self.lengths {
      for (outStep, aStep, bStep, cStep) in [(1, 1, 1, 1), (1, 1, 0, 1), (2, 1, 1, 1), (1, 3, 2, 1), (3, 1, 1, 0)] {
        var out = [Double](repeating: -9, count: count * outStep + 1)
        kernel.call(count, &out, outStep, x, aStep, y, bStep, z, cStep, 0.5)
        let isRight = (0..<count).allSatisfy {
          out[$0 * outStep] == x[$0 * aStep] + 0.5 * y[$0 * bStep] * z[$0 * cStep]
        }
        #expect(isRight && out[count * outStep] == -9)
      }
      var r = x
      r.withUnsafeMutableBytes { kernel.call(count, $0.baseAddress!, 1, $0.baseAddress!, 1, y, 1, z, 1, 0.5) }
      #expect((0..<count).allSatisfy { r[$0] == x[$0] + 0.5 * y[$0] * z[$0] } && r[count...] == x[count...])
    }
  }

  @Test("comparisons, of every width")
  func comparisons() {
    for count in Self.lengths {
      for (outStep, aStep, bStep) in [(1, 1, 1), (1, 1, 0), (1, 0, 1), (2, 1, 1), (1, 2, 3)] {
        func check<T: Element>(_ code: UInt8, _ type: T.Type) {
          let x = Self.numbers.map { T(casting: Double($0)) }, y = Array(x.reversed())
          var out = [UInt8](repeating: 9, count: count * outStep + 1)
          rare.less[code: code].call(count, &out, outStep, x, aStep, y, bStep)
          let isRight = (0..<count).allSatisfy { (out[$0 * outStep] == 1) == (x[$0 * aStep] < y[$0 * bStep]) }
          #expect(isRight && out[count * outStep] == 9, "\(type), \(count)")
        }
        check(0, UInt8.self)
        check(2, Int16.self)
        check(4, Int64.self)
        check(5, Float.self)
        check(6, Double.self)
      }
    }
  }

  @Test("a result that is one element for all sees each step", arguments: runnableTables.indices)
  func folded(table: Int) {
    var r: Float = 1
    withUnsafeMutableBytes(of: &r) {
      runnableTables[table].pointwise.addScaled[code: 5].call(
        5, $0.baseAddress!, 0, $0.baseAddress!, 0, [1, 2, 3, 4, 5] as [Float], 1, 2)
    }
    #expect(r == 31)
    withUnsafeMutableBytes(of: &r) {
      runnableTables[table].pointwise.plus[code: 5].call(3, $0.baseAddress!, 0, $0.baseAddress!, 0, 1)
    }
    #expect(r == 34)
  }

  @Test("rounding, as the standard library rounds", arguments: runnableTables.indices)
  func rounding(table: Int) {
    let transfer = runnableTables[table].transfer
    let rules: [(PerFloat<TransferKernel>, FloatingPointRoundingRule)] = [
      (transfer.floor, .down), (transfer.ceiling, .up), (transfer.truncate, .towardZero),
      (transfer.round, .toNearestOrAwayFromZero),
    ]
    let x: [Double] =
      [
        0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 1e15 + 0.5, 0x1p52 + 1, 0x1p60, -0x1p52, 0x1p-1074,
        .infinity,
      ]
      + (-99...99).map { Double($0) * 0.37 }
    for (kernel, rule) in rules {
      var y = x
      kernel[code: 1].call(x.count, &y, 1, x, 1)
      #expect(y.map(\.bitPattern) == x.map { $0.rounded(rule).bitPattern }, "\(rule)")
      var z = x.map { Float($0) }
      kernel[code: 0].call(x.count, &z, 1, x.map { Float($0) }, 1)
      #expect(z.map(\.bitPattern) == x.map { Float($0).rounded(rule).bitPattern }, "\(rule)")
    }
  }
}
