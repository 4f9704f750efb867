@frozen public struct WinogradKernel: Sendable {
  public let weights: @Sendable (_ weights: WinogradWeights) -> Void
  public let correlate: @Sendable (_ correlation: WinogradCorrelation) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    weights = { transformWeights(isa, vector, $0) }
    correlate = { it in
      let rooms = WinogradCorrelation.rooms(
        inputs: it.inputs, outputs: it.outputs, pictures: it.pictures, rows: it.rows, columns: it.columns)
      let first = it.work.assumingMemoryBound(to: V.Scalar.self), second = first + rooms.first
      let weights = it.weights.assumingMemoryBound(to: V.Scalar.self)
      let vectors = (it.outputs &+ V.scalarCount &- 1) / V.scalarCount
      let inputPlane = WinogradCorrelation.plane(it.tiles, it.inputs)
      let outputPlane = WinogradCorrelation.plane(it.tiles, it.outputs)
      let weightPlane = WinogradWeights.plane(inputs: it.inputs, outputs: it.outputs)
      turnInput(vector, it, first)
      transformTiles(isa, vector, it, first, second)
      for i in 0..<16 {
        multiplyPanelled(
          isa, vector, it.tiles, vectors, it.inputs,
          EvenRows(UnsafePointer(second + i &* inputPlane), WinogradCorrelation.step(it.inputs)),
          weights + i &* weightPlane, first + i &* outputPlane, WinogradCorrelation.step(it.outputs))
      }
      deliverTiles(isa, vector, it, first, second, second + rooms.second)
    }
  }
}

/// Panels of registers: all inputs of the first outputs, then of the next.
@inlinable @inline(never)
func transformWeights<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type, _ it: WinogradWeights) {
  let source = it.source.assumingMemoryBound(to: V.Scalar.self)
  let target = it.target.assumingMemoryBound(to: V.Scalar.self)
  let lanes = V.scalarCount, vectors = (it.outputs &+ lanes &- 1) / lanes
  let plane = WinogradWeights.plane(inputs: it.inputs, outputs: it.outputs)
  withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: 9 &* lanes) { kernels in
    let kernels = kernels.baseAddress.unsafelyUnwrapped
    kernels.update(repeating: 0, count: 9 &* lanes)
    var first = 0
    while first < vectors {
      let width = panelVectors(vectors &- first)
      for j in 0..<width {
        let output = (first &+ j) &* lanes, count = min(lanes, it.outputs &- output)
        if count < lanes { kernels.update(repeating: 0, count: 9 &* lanes) }
        let panel = target + (first &* it.inputs &+ j) &* lanes
        for i in it.range {
          transpose(count, 9, source + (i &* it.inputStep &+ output &* it.outputStep), it.outputStep, kernels, lanes)
          transformWeights(vector, kernels, it.isTurned, panel + i &* width &* lanes, plane)
        }
      }
      first &+= width
    }
  }
}

/// The input's rows that the tiles meet, channels last, and zeros where there is no input.
@inlinable @inline(__always)
func turnInput<V: Vector>(_ vector: V.Type, _ it: WinogradCorrelation, _ target: UnsafeMutablePointer<V.Scalar>) {
  let input = it.input.assumingMemoryBound(to: V.Scalar.self), step = WinogradCorrelation.step(it.inputs)
  let width = 2 &* it.columns &+ 2, height = 2 &* it.rows &+ 2
  let end = min(width, it.left &+ it.inputColumns)
  @inline(__always) func clear(_ row: UnsafeMutablePointer<V.Scalar>, _ range: Range<Int>) {
    (row + range.lowerBound &* step).update(repeating: 0, count: range.count &* step)
  }
  for picture in 0..<it.pictures {
    for i in 0..<height {
      let row = target + (picture &* height &+ i) &* width &* step, y = 2 &* it.firstRow &+ i &- it.above
      if y < 0 || y >= it.inputRows {
        clear(row, 0..<width)
        continue
      }
      clear(row, 0..<it.left)
      transpose(
        it.inputs, end &- it.left, input + (picture &* it.inputSteps.picture &+ y &* it.inputSteps.row),
        it.inputSteps.channel, row + it.left &* step, step)
      clear(row, end..<width)
    }
  }
}

@inlinable @inline(never)
func transformTiles<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: WinogradCorrelation, _ from: UnsafePointer<V.Scalar>,
  _ to: UnsafeMutablePointer<V.Scalar>
) {
  let step = WinogradCorrelation.step(it.inputs), plane = WinogradCorrelation.plane(it.tiles, it.inputs)
  let rowStep = (2 &* it.columns &+ 2) &* step
  var tile = to
  for picture in 0..<it.pictures {
    for y in 0..<it.rows {
      var patch = from + (picture &* (2 &* it.rows &+ 2) &+ 2 &* y) &* rowStep
      for _ in 0..<it.columns {
        var c = 0
        while c < it.inputs {
          transformInput(vector, patch + c, rowStep, step, tile + c, plane)
          c &+= V.scalarCount
        }
        patch += 2 &* step
        tile += step
      }
    }
  }
}

/// Products into pixels, channels last, and those into the output, picture by picture.
@inlinable @inline(never)
func deliverTiles<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: WinogradCorrelation, _ products: UnsafePointer<V.Scalar>,
  _ pixels: UnsafeMutablePointer<V.Scalar>, _ bias: UnsafeMutablePointer<V.Scalar>
) {
  let step = WinogradCorrelation.step(it.outputs), plane = WinogradCorrelation.plane(it.tiles, it.outputs)
  let width = 2 &* it.columns, output = it.output.assumingMemoryBound(to: V.Scalar.self)
  bias.update(repeating: 0, count: step)
  if let source = it.bias?.assumingMemoryBound(to: V.Scalar.self) {
    for o in 0..<it.outputs { bias[o] = source[o &* it.biasStep] }
  }
  let first = 2 &* it.firstRow, rows = min(2 &* it.rows, it.outputRows &- first)
  var tile = products
  for picture in 0..<it.pictures {
    for y in 0..<it.rows {
      for x in 0..<it.columns {
        let pixel = pixels + (2 &* y &* width &+ 2 &* x) &* step
        var o = 0
        while o < it.outputs {
          transformOutput(vector, tile + o, plane, V.load(bias + o), pixel + o, width &* step, step)
          o &+= V.scalarCount
        }
        tile += step
      }
    }
    let to = output + (picture &* it.outputSteps.picture &+ first &* it.outputSteps.row)
    let isWhole = it.outputSteps.row == width && it.outputColumns == width
    // Four channels at a time, so that lines of the output are written in one go.
    var o = 0
    while o < it.outputs {
      let to = to + o &* it.outputSteps.channel, count = min(4, it.outputs &- o)
      if isWhole {
        transpose(rows &* width, count, pixels + o, step, to, it.outputSteps.channel)
      } else {
        for y in 0..<rows {
          transpose(
            it.outputColumns, count, pixels + (y &* width &* step &+ o), step, to + y &* it.outputSteps.row,
            it.outputSteps.channel)
        }
      }
      o &+= 4
    }
  }
}

extension PerFloat where Kernel == WinogradKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
