import SconceErrors
import SconceKernels
import SconceTensor

/// Windows over a volume or picture, for the length of one call: where each begins and ends along each dimension.
final class Windows: @unchecked Sendable {
  typealias Extent = ColumnsShape.Extent
  /// Along one dimension: a window's first element, how many it has, and what a mean is divided by.
  typealias Line = (first: [Int], count: [Int], divisor: [Int])
  let output: Extent
  let shape: WindowsShape
  private let numbers: UnsafeMutablePointer<Int>

  init(_ input: Extent, dilation: Extent = (1, 1, 1), _ depth: Line, _ rows: Line, _ columns: Line) {
    output = (depth.first.count, rows.first.count, columns.first.count)
    let all = [depth, rows, columns].flatMap { [$0.first, $0.count, $0.divisor] }
    let numbers = UnsafeMutablePointer<Int>.allocate(capacity: max(1, all.reduce(0) { $0 + $1.count }))
    var used = 0
    func stored(_ n: Int) -> UnsafePointer<Int> {
      let start = numbers + used
      for (i, value) in all[n].enumerated() { start[i] = value }
      used += all[n].count
      return UnsafePointer(start)
    }
    func line(_ n: Int) -> WindowsShape.Line {
      .init(first: stored(3 * n), count: stored(3 * n + 1), divisor: stored(3 * n + 2))
    }
    shape = WindowsShape(
      input: input, output: output, dilation: dilation, depth: line(0), rows: line(1), columns: line(2))
    self.numbers = numbers
  }
  deinit { numbers.deallocate() }

  /// Windows of one size that move by steps. What lies in the padding is left out; a mean's divisor counts it with
  /// `includingPad`, up to the end of the padding.
  convenience init(
    _ check: Check, _ movement: Movement, _ input: Extent, ceil: Bool, includingPad: Bool = false
  ) throws(SconceError) {
    let fits = try movement.fits(check, input, ceil: ceil)
    func line(_ size: Int, _ count: Int, _ kernel: Int, _ step: Int, _ pad: Int, _ dilation: Int) -> Line {
      var line: Line = ([], [], [])
      for o in 0..<count {
        let start = o * step - pad
        let skipped = start < 0 ? (dilation - 1 - start) / dilation : 0
        let first = start + skipped * dilation
        let inside = first >= size ? 0 : min(kernel - skipped, (size - 1 - first) / dilation + 1)
        line.first.append(first)
        line.count.append(max(0, inside))
        let end = min(start + kernel, size + pad)
        line.divisor.append(includingPad ? end - start : min(end, size) - max(start, 0))
      }
      return line
    }
    self.init(
      input, dilation: movement.dilation,
      line(
        input.depth, fits.depth, movement.kernel.depth, movement.step.depth, movement.pad.depth, movement.dilation.depth
      ),
      line(input.rows, fits.rows, movement.kernel.rows, movement.step.rows, movement.pad.rows, movement.dilation.rows),
      line(
        input.columns, fits.columns, movement.kernel.columns, movement.step.columns, movement.pad.columns,
        movement.dilation.columns))
  }

  /// As many windows as an output of this size has elements, spread evenly over the input.
  convenience init(_ input: Extent, adaptingTo output: Extent) {
    func line(_ size: Int, _ count: Int) -> Line {
      var line: Line = ([], [], [])
      for o in 0..<count {
        let first = o * size / count, end = ((o + 1) * size + count - 1) / count
        line.first.append(first)
        line.count.append(end - first)
        line.divisor.append(end - first)
      }
      return line
    }
    self.init(
      input, line(input.depth, output.depth), line(input.rows, output.rows), line(input.columns, output.columns))
  }
}

extension Volumes {
  /// The largest element of each window and its place, counted from 1, with the same windows for every channel or others.
  func largest(
    _ check: Check, _ output: Tensor, _ indices: Tensor, _ extent: ColumnsShape.Extent,
    _ windows: (_ plane: Int) -> Windows
  ) throws(SconceError) {
    let kernel = portable.windows[try check.floating(output, tensor)]
    try resize(check, output, extent)
    try resize(check, indices, extent)
    let count = extent.depth * extent.rows * extent.columns, width = output.dtype.stride
    nonisolated(unsafe) let y = output.base, places = indices.base.assumingMemoryBound(to: Int.self)
    forEachPlane { p in
      // A window's numbers live as long as the object.
      withExtendedLifetime(windows(p)) {
        kernel.largest($0.shape, address(p), y + p * count * width, places + p * count)
      }
    }
  }

  /// Each element of the output's gradient, added at its place in the channel.
  func scatter(
    _ check: Check, _ gradInput: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    let kernel = kernels.pooling.max[try check.floating(gradInput, gradOutput, tensor)]
    let output = try Volumes(check, gradOutput, "gradOutput", rank: rank)
    try check(
      output.isBatch == isBatch && output.planes == planes && output.channels == channels,
      "size mismatch: expected gradOutput of as many channels as the input, got \(gradOutput.extent)")
    let indices = try output.matching(check, indices, "indices", output.extent)
    try resize(check, gradInput, extent)
    try gradInput.fill(0)
    nonisolated(unsafe) let dx = gradInput.base, places = indices.base.assumingMemoryBound(to: Int.self)
    let width = gradInput.dtype.stride
    let bounded = (0..<planes).allSatisfy { p in
      kernel.backward(
        output.plane, output.address(p), places + p * output.plane, dx + p * plane * width, plane)
    }
    try check(bounded, "expected indices from 1 to \(plane)")
  }

  /// The mean of each window, times `scale`.
  func means(_ check: Check, _ output: Tensor, _ windows: Windows, scale: Double = 1) throws(SconceError) {
    let kernel = portable.windows[try check.floating(output, tensor)]
    try resize(check, output, windows.output)
    let count = windows.output.depth * windows.output.rows * windows.output.columns, width = output.dtype.stride
    nonisolated(unsafe) let y = output.base
    withExtendedLifetime(windows) {
      forEachPlane { p in kernel.mean(windows.shape, scale, address(p), y + p * count * width) }
    }
  }

  /// The gradient of each mean, spread over its window.
  func spread(
    _ check: Check, _ gradInput: Tensor, _ gradOutput: Tensor, _ windows: Windows, scale: Double = 1
  ) throws(SconceError) {
    let kernel = portable.windows[try check.floating(gradInput, gradOutput, tensor)]
    let g = try matching(check, gradOutput, "gradOutput", windows.output)
    try resize(check, gradInput, extent)
    try gradInput.fill(0)
    let count = windows.output.depth * windows.output.rows * windows.output.columns, width = gradInput.dtype.stride
    nonisolated(unsafe) let dx = gradInput.base, dy = UnsafeRawPointer(g.base)
    withExtendedLifetime(windows) {
      forEachPlane { p in kernel.spread(windows.shape, scale, dy + p * count * width, dx + p * plane * width) }
    }
  }
}
