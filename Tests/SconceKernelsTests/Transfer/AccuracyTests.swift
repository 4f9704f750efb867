import Glibc
import SconceKernels
import Testing

/// How far functions are from the true result, at every instruction set.
///
/// With `SCONCE_FULL` in the environment every 97th float and ten million doubles; otherwise a few of each; of what is
/// computed in double, an eighth.
@Suite("Accuracy") struct AccuracyTests {
  enum Function: CaseIterable {
    case exp, log, tanh, sigmoid, sine, cosine, tangent, arcsine, arccosine, arctangent, hyperbolicSine
    case hyperbolicCosine, logOfOnePlus
  }
  static let full = getenv("SCONCE_FULL") != nil

  @Test("floats, in units of the last place", arguments: runnableTables.indices, Function.allCases)
  func floats(table: Int, function: Function) {
    let kernel = function.kernel(table)[code: 0], block = 1 << 14
    var x = [Float](repeating: 0, count: block), y = x, worst = 0.0, at: Float = 0, filled = 0
    func measure() {
      kernel.call(filled, &y, 1, x, 1)
      for i in 0..<filled {
        let error = ulps(y[i], function.exactly(Double(x[i])))
        if !(error <= worst) { (worst, at) = (error, x[i]) }
      }
      filled = 0
    }
    for pattern in stride(from: UInt32(0), to: .max - 6208, by: 97 * function.share(Self.full)) {
      x[filled] = Float(bitPattern: pattern)
      if function.isAngular, x[filled].magnitude > Float(farthestAngle) { continue }
      filled += 1
      if filled == block { measure() }
    }
    measure()
    #expect(worst <= function.floatBound, "\(function) of \(at), \(runnableTables[table].name)")
  }

  private func ulps(_ y: Float, _ exact: Double) -> Double {
    let nearest = Float(exact)
    if nearest.isNaN { return y.isNaN ? 0 : .infinity }
    if nearest.isInfinite || y.isInfinite || y.isNaN { return y == nearest ? 0 : .infinity }
    return abs(Double(y) - exact) / Double(nearest.ulp)
  }

  @Test("doubles, relative to the result in extended precision", arguments: runnableTables.indices, Function.allCases)
  func doubles(table: Int, function: Function) {
    let kernel = function.kernel(table)[code: 1], block = 1 << 14
    var x = [Double](repeating: 0, count: block), y = x, worst = 0.0, at = 0.0
    var state = UInt64(88_172_645_463_325_252)
    for _ in 0..<10_000_000 / function.share(Self.full) / block {
      for i in 0..<block {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        x[i] = function.argument(state)
      }
      kernel.call(block, &y, 1, x, 1)
      for i in 0..<block {
        let exact = function.exactly(Float80(x[i]))
        // Below the normal numbers it is the last place that counts.
        let error = Double(abs(Float80(y[i]) - exact) / max(abs(exact), 0x1p-1022))
        if !(error <= worst) { (worst, at) = (error, x[i]) }
      }
    }
    #expect(worst <= 1e-15, "\(function) of \(at), \(runnableTables[table].name)")
  }

  @Test("what is no ordinary number", arguments: runnableTables.indices)
  func special(table: Int) {
    let inf = Double.infinity
    let expected: [(Function, Double, Double)] = [
      (.exp, inf, inf), (.exp, -inf, 0), (.exp, .nan, .nan), (.exp, 0, 1), (.exp, 1000, inf), (.exp, -1000, 0),
      (.log, inf, inf), (.log, 0, -inf), (.log, -0.0, -inf), (.log, -1, .nan), (.log, .nan, .nan), (.log, 1, 0),
      (.log, -inf, .nan), (.tanh, inf, 1), (.tanh, -inf, -1), (.tanh, .nan, .nan), (.tanh, -0.0, -0.0),
      (.sigmoid, inf, 1), (.sigmoid, -inf, 0), (.sigmoid, .nan, .nan), (.sigmoid, 0, 0.5),
      (.sine, inf, .nan), (.sine, .nan, .nan), (.sine, -0.0, -0.0), (.sine, 0, 0), (.cosine, -inf, .nan),
      (.cosine, -0.0, 1), (.cosine, .nan, .nan), (.tangent, inf, .nan), (.tangent, -0.0, -0.0),
      (.arcsine, 1.5, .nan), (.arcsine, -0.0, -0.0), (.arcsine, 1, .pi / 2), (.arcsine, -1, -.pi / 2),
      (.arccosine, 1, 0), (.arccosine, -1, .pi), (.arccosine, -2, .nan), (.arccosine, 0, .pi / 2),
      (.arctangent, inf, .pi / 2), (.arctangent, -inf, -.pi / 2), (.arctangent, -0.0, -0.0), (.arctangent, .nan, .nan),
      (.hyperbolicSine, inf, inf), (.hyperbolicSine, -inf, -inf), (.hyperbolicSine, -0.0, -0.0),
      (.hyperbolicSine, 1000, inf), (.hyperbolicSine, .nan, .nan), (.hyperbolicCosine, -inf, inf),
      (.hyperbolicCosine, 0, 1), (.hyperbolicCosine, .nan, .nan), (.logOfOnePlus, -1, -inf), (.logOfOnePlus, -2, .nan),
      (.logOfOnePlus, inf, inf), (.logOfOnePlus, -0.0, -0.0), (.logOfOnePlus, .nan, .nan),
    ]
    for (function, x, y) in expected {
      var double = x, float = Float(x)
      function.kernel(table)[code: 1].call(1, &double, 1, [x], 1)
      function.kernel(table)[code: 0].call(1, &float, 1, [Float(x)], 1)
      for (got, y) in [(double, y), (Double(float), Double(Float(y)))] {
        #expect(y.isNaN ? got.isNaN : got == y && got.sign == y.sign, "\(function) of \(x): \(got)")
      }
    }
  }

  /// Whatever the length, the place and the steps are, and in place.
  @Test("an element comes out the same wherever it lies", arguments: runnableTables.indices, Function.allCases)
  func places(table: Int, function: Function) {
    let kernel = function.kernel(table)[code: 0]
    let x = (0..<700).map { Float($0) * 0.0013 + 0.001 }
    let alone = x.map { x in
      var y: Float = 0
      kernel.call(1, &y, 1, [x], 1)
      return y
    }
    for count in [0, 1, 2, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200, 233] {
      for (outStep, step) in [(1, 1), (1, 3), (2, 1), (3, 2), (1, 0)] {
        var y = [Float](repeating: -9, count: count * outStep + 1)
        kernel.call(count, &y, outStep, x, step)
        #expect((0..<count).allSatisfy { y[$0 * outStep] == alone[$0 * step] } && y[count * outStep] == -9)
      }
      var z = x
      z.withUnsafeMutableBytes { kernel.call(count, $0.baseAddress!, 1, $0.baseAddress!, 1) }
      #expect(z[..<count] == alone[..<count] && z[count...] == x[count...])
    }
  }
}
