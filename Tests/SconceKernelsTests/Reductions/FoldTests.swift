import SconceKernels
import Testing

/// Every table; steps that take every loop; lengths around every width; the oracle is one line.
@Suite("Reduction kernels") struct FoldTests {
  // Lines and the elements of one, with their steps in memory.
  struct Layout: Sendable { let lines: Int, lineStep: Int, count: Int, step: Int }
  static let layouts: [Layout] =
    [1, 2, 63, 64, 127, 128, 129, 191, 1000].map { Layout(lines: 1, lineStep: 0, count: $0, step: 1) }
    + [1, 7, 64, 130].flatMap { n in
      [
        Layout(lines: 5, lineStep: n, count: n, step: 1), Layout(lines: 33, lineStep: 1, count: n, step: 33),
        Layout(lines: 3, lineStep: 2 * n + 1, count: n, step: 2), Layout(lines: 6, lineStep: 3, count: n, step: 20),
        Layout(lines: 4, lineStep: 0, count: n, step: 1),
      ]
    }

  private func numbers(_ layout: Layout) -> [Double] {
    let last = (layout.lines - 1) * layout.lineStep + (layout.count - 1) * layout.step
    return (0...last).map { Double(($0 * 37 + 11) % 101) - 50 }
  }
  private func line(_ l: Int, _ layout: Layout, _ a: [Double]) -> [Double] {
    (0..<layout.count).map { a[l * layout.lineStep + $0 * layout.step] }
  }

  private func totals<T: Accumulated>(_ kernel: FoldKernel, _ layout: Layout, _ a: [T], parameters: [T.Sum]) -> [Double]
  {
    var totals = [T.Sum](repeating: T.Sum(casting: -1), count: layout.lines + 1)
    totals.withUnsafeMutableBytes {
      kernel.call(
        layout.lines, layout.lineStep, layout.count, layout.step, a, parameters, parameters.count == 1 ? 0 : 1,
        $0.baseAddress!)
    }
    #expect(totals[layout.lines].real == -1, "wrote past the end")
    return totals.dropLast().map(\.real)
  }

  @Test("sums, in float, double and integers", arguments: runnableTables.indices, layouts)
  func sums(table: Int, layout: Layout) {
    let a = numbers(layout), sums = (0..<layout.lines).map { line($0, layout, a).reduce(0, +) }
    let kernels = runnableTables[table].reductions.sum
    #expect(totals(kernels[code: 5], layout, a.map(Float.init), parameters: [0]) == sums)
    #expect(totals(kernels[code: 6], layout, a, parameters: [0]) == sums)
    #expect(totals(kernels[code: 1], layout, a.map { Int8($0) }, parameters: [0]) == sums)
    #expect(totals(kernels[code: 4], layout, a.map { Int64($0) }, parameters: [0]) == sums)
  }

  @Test("the largest and the smallest; NaN wins", arguments: runnableTables.indices, layouts)
  func extremes(table: Int, layout: Layout) {
    var a = numbers(layout)
    let reductions = runnableTables[table].reductions
    #expect(
      totals(reductions.largest[code: 6], layout, a, parameters: [0])
        == (0..<layout.lines).map { line($0, layout, a).max()! })
    #expect(
      totals(reductions.smallest[code: 5], layout, a.map(Float.init), parameters: [0])
        == (0..<layout.lines).map { line($0, layout, a).min()! })
    a[a.count / 2] = .nan
    let found = totals(reductions.largest[code: 6], layout, a, parameters: [0])
    for l in 0..<layout.lines {
      let line = line(l, layout, a)
      #expect(line.contains { $0.isNaN } ? found[l].isNaN : found[l] == line.max()!)
    }
  }

  @Test("squares of the distance to a number for each line", arguments: runnableTables.indices, layouts)
  func deviations(table: Int, layout: Layout) {
    let a = numbers(layout), means = (0..<layout.lines).map { Double($0) }
    let kernel = runnableTables[table].reductions.squaredDeviation[code: 1]
    let expected = (0..<layout.lines).map { l in line(l, layout, a).reduce(0) { $0 + ($1 - means[l]) * ($1 - means[l]) }
    }
    #expect(totals(kernel, layout, a, parameters: means) == expected)
  }

  @Test("where the best is: the first of equals, and the first NaN", arguments: runnableTables.indices, layouts)
  func places(table: Int, layout: Layout) {
    for hasNaN in [false, true] {
      var a = numbers(layout)
      if hasNaN { a[a.count / 2] = .nan }
      var best = [Double](repeating: 0, count: 2 * layout.lines)
      var places = [Int64](repeating: 0, count: 2 * layout.lines)
      best.withUnsafeMutableBytes { best in
        places.withUnsafeMutableBufferPointer {
          runnableTables[table].reductions.whereLargest[code: 6].call(
            layout.lines, layout.lineStep, layout.count, layout.step, a, best.baseAddress!, 2, $0.baseAddress!, 2, 1)
        }
      }
      for l in 0..<layout.lines {
        let line = line(l, layout, a), at = line.firstIndex { $0.isNaN } ?? line.firstIndex(of: line.max()!)!
        #expect(places[2 * l] == Int64(at + 1))
        #expect(best[2 * l] == line[at] || line[at].isNaN && best[2 * l].isNaN)
      }
    }
  }

  @Test("running sums, in place too", arguments: layouts)
  func running(layout: Layout) {
    guard layout.lineStep != 0 || layout.lines == 1 else { return }
    var a = numbers(layout)
    let before = a
    a.withUnsafeMutableBytes {
      portable.runningSum[code: 6].call(
        layout.lines, layout.count, $0.baseAddress!, layout.lineStep, layout.step, $0.baseAddress!, layout.lineStep,
        layout.step)
    }
    for l in 0..<layout.lines {
      var sum = 0.0
      #expect(
        line(l, layout, a)
          == line(l, layout, before).map {
            sum += $0; return sum
          })
    }
  }
}
