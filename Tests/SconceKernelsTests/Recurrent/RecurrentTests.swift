import Glibc
import SconceKernels
import Testing

/// The kernels of steps against their formulas, a number at a time.
@Suite("Recurrent kernels") struct RecurrentTests {
  /// Numbers that repeat after none of the widths, from −1 to 1.
  private func numbers(_ count: Int, _ seed: Int) -> [Double] {
    (0..<count).map { Double(($0 * 37 + seed) % 41) / 20 - 1 }
  }
  private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  @Test("a packed matrix gives the products of the matrix", arguments: runnableTables.indices)
  func panels(table: Int) {
    let kernel = runnableTables[table].panels[code: 1]
    for registers in 1...3 {
      let width = registers * kernel.lanes
      for (m, k, count) in [(1, 1, 1), (5, 9, width), (10, 300, width - 1), (64, 128, width - kernel.lanes + 1)] {
        for isTurned in [false, true] {
          let a = numbers(m * (k + 2), 3), b = numbers(k * count, 5)
          let (row, column) = isTurned ? (1, k) : (count, 1)
          var panel = [Double](repeating: .nan, count: k * width), c = numbers(m * width, 7)
          kernel.pack(k, count, width, b, row, column, &panel)
          let before = c
          kernel.multiply(m, k, width, a, k + 2, panel, 1, &c)
          for i in 0..<m {
            for j in 0..<width {
              let sum = j < count ? (0..<k).reduce(0) { $0 + a[i * (k + 2) + $1] * b[$1 * row + j * column] } : 0
              #expect(abs(c[i * width + j] - before[i * width + j] - sum) < 1e-12)
            }
          }
        }
      }
    }
  }

  @Test("rows go into a plane with zeros behind them, and come back but for those that are masked", arguments: [0, 1])
  func rows(code: UInt8) {
    let kernel = kernels.panels[code: 1]
    let from = numbers(3 * 7, 1), kept: [Double] = [1, 0, 1]
    var plane = [Double](repeating: .nan, count: 3 * 8), back = [Double](repeating: 9, count: 3 * 6)
    kernel.gather(3, 5, 8, from, 7, &plane)
    for i in 0..<3 { #expect(Array(plane[i * 8..<i * 8 + 8]) == Array(from[i * 7..<i * 7 + 5]) + [0, 0, 0]) }
    kernel.scatter(3, 5, 8, plane, &back, 6, code == 0 ? nil : kept)
    for i in 0..<3 {
      let row = code == 1 && i == 1 ? [0, 0, 0, 0, 0] : Array(from[i * 7..<i * 7 + 5])
      #expect(Array(back[i * 6..<i * 6 + 6]) == row + [9])
    }
  }

  @Test("long short-term memory", arguments: runnableTables.indices)
  func lstm(table: Int) {
    let kernel = runnableTables[table].recurrent.lstm[code: 1], n = 48
    let sums = numbers(8 * n, 2)
    var planes = sums
    kernel.forward(n, &planes)
    func plane(_ values: [Double], _ index: Int, _ j: Int) -> Double { values[index * n + j] }
    for j in 0..<n {
      let (i, f, o) = (sigmoid(sums[j]), sigmoid(plane(sums, 1, j)), sigmoid(plane(sums, 2, j)))
      let g = tanh(plane(sums, 3, j)), c = f * plane(sums, 4, j) + i * g
      for (index, value) in [i, f, o, g, c, o * tanh(c)].enumerated() {
        #expect(abs(plane(planes, index, j) - value) < 1e-14)
      }
    }
    // Planes 0 to 3: gates; 4: c⁻; 5: c; 6: ∂h; 7: ∂c.
    let gates = planes[..<(4 * n)] + sums[(4 * n)...]
    var gradients = Array(gates)
    let given = gradients
    kernel.backward(n, &gradients)
    for j in 0..<n {
      let (i, f, o, g) = (given[j], plane(given, 1, j), plane(given, 2, j), plane(given, 3, j))
      let s = tanh(plane(given, 5, j)), dh = plane(given, 6, j), dc = plane(given, 7, j) + dh * o * (1 - s * s)
      let expected = [
        dc * g * i * (1 - i), dc * plane(given, 4, j) * f * (1 - f), dh * s * o * (1 - o), dc * i * (1 - g * g),
      ]
      for (index, value) in expected.enumerated() { #expect(abs(plane(gradients, index, j) - value) < 1e-14) }
      #expect(abs(plane(gradients, 7, j) - dc * f) < 1e-14)
    }
  }

  @Test("long short-term memory with peepholes", arguments: runnableRareTables.indices)
  func peepholes(table: Int) {
    let kernel = runnableRareTables[table].peepholes[code: 1], n = 16
    let x = numbers(11 * n, 3)
    func at(_ index: Int, _ j: Int) -> Double { x[index * n + j] }
    var planes = x
    kernel.forward(n, &planes)
    for j in 0..<n {
      let i = sigmoid(at(0, j) + at(8, j) * at(4, j)), f = sigmoid(at(1, j) + at(9, j) * at(4, j)), g = tanh(at(3, j))
      let c = f * at(4, j) + i * g, o = sigmoid(at(2, j) + at(10, j) * c)
      for (index, value) in [i, f, o, g, c, o * tanh(c)].enumerated() {
        #expect(abs(planes[index * n + j] - value) < 1e-14)
      }
    }
    planes = x
    kernel.backward(n, &planes)
    for j in 0..<n {
      let (i, f, o, g, s, dh) = (at(0, j), at(1, j), at(2, j), at(3, j), tanh(at(5, j)), at(6, j))
      let output = dh * s * o * (1 - o), cell = at(7, j) + dh * o * (1 - s * s) + output * at(10, j)
      let input = cell * g * i * (1 - i), forget = cell * at(4, j) * f * (1 - f)
      let expected = [input, forget, output, cell * i * (1 - g * g)]
      for (index, value) in expected.enumerated() { #expect(abs(planes[index * n + j] - value) < 1e-14) }
      #expect(abs(planes[7 * n + j] - (cell * f + input * at(8, j) + forget * at(9, j))) < 1e-14)
    }
  }

  @Test("gated recurrent units", arguments: runnableTables.indices)
  func gru(table: Int) {
    let kernel = runnableTables[table].recurrent.gru[code: 1], n = 32
    let x = numbers(4 * n, 4)
    func at(_ index: Int, _ j: Int) -> Double { x[index * n + j] }
    func check(_ call: (Int, UnsafeMutableRawPointer) -> Void, _ formulas: [(Int, (Int) -> Double)]) {
      var planes = x
      call(n, &planes)
      for (index, formula) in formulas {
        for j in 0..<n { #expect(abs(planes[index * n + j] - formula(j)) < 1e-14) }
      }
    }
    check(
      kernel.gates,
      [
        (0, { sigmoid(at(0, $0)) }), (1, { sigmoid(at(1, $0)) }), (2, { sigmoid(at(0, $0)) * at(2, $0) }),
      ])
    check(
      kernel.output,
      [
        (0, { tanh(at(0, $0)) }), (2, { (1 - at(1, $0)) * tanh(at(0, $0)) + at(1, $0) * at(2, $0) }),
      ])
    check(
      kernel.candidateGradient,
      [
        (0, { at(3, $0) * (1 - at(1, $0)) * (1 - at(0, $0) * at(0, $0)) }),
        (1, { at(3, $0) * (at(2, $0) - at(0, $0)) * at(1, $0) * (1 - at(1, $0)) }), (3, { at(3, $0) * at(1, $0) }),
      ])
    check(
      kernel.resetGradient,
      [
        (0, { at(2, $0) * at(1, $0) * at(0, $0) * (1 - at(0, $0)) }), (3, { at(3, $0) + at(2, $0) * at(0, $0) }),
      ])
  }
}
