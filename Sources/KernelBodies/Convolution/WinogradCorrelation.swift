/// Windows of 3x3 that move on by one, two by two of them from sixteen products instead of thirty-six: `Aᵀ[(G·w·Gᵀ) ⊙
/// (Bᵀ·x·B)]A` for each tile, summed over the input's channels, which makes sixteen products of matrices.
///
/// Pictures and results are turned round, channels last, so that a register holds one element of several channels and
/// the size of a picture does not matter.
///
/// Source: Lavin and Gray, 2015, arXiv:1509.09308, F(2x2, 3x3), whose coefficients are 0, ±1 and ½.
@frozen public struct WinogradCorrelation {
  /// Channels of the input and of the output.
  public var inputs, outputs: Int
  /// The tiles at hand: of so many pictures the rows from `firstRow` on, and their columns.
  public var pictures, firstRow, rows, columns: Int
  /// Steps from a picture to the next, a channel and a row; elements of a row lie side by side.
  public typealias Steps = (picture: Int, channel: Int, row: Int)
  public var input: UnsafeRawPointer
  public var inputSteps: Steps
  public var inputRows, inputColumns: Int
  /// Zeros before the input's first row and column.
  public var above, left: Int
  public var output: UnsafeMutableRawPointer
  public var outputSteps: Steps
  public var outputRows, outputColumns: Int
  /// As ``WinogradWeights`` makes them.
  public var weights: UnsafeRawPointer
  public var bias: UnsafeRawPointer?
  public var biasStep: Int
  /// Room for ``work(inputs:outputs:pictures:rows:columns:)`` elements.
  public var work: UnsafeMutableRawPointer

  public init(
    inputs: Int, outputs: Int, pictures: Int, firstRow: Int, rows: Int, columns: Int, input: UnsafeRawPointer,
    inputSteps: Steps, inputRows: Int, inputColumns: Int, above: Int, left: Int, output: UnsafeMutableRawPointer,
    outputSteps: Steps, outputRows: Int, outputColumns: Int, weights: UnsafeRawPointer, bias: UnsafeRawPointer?,
    biasStep: Int, work: UnsafeMutableRawPointer
  ) {
    (self.inputs, self.outputs, self.pictures) = (inputs, outputs, pictures)
    (self.firstRow, self.rows, self.columns, self.input) = (firstRow, rows, columns, input)
    (self.inputSteps, self.inputRows, self.inputColumns) = (inputSteps, inputRows, inputColumns)
    (self.above, self.left, self.output, self.outputSteps) = (above, left, output, outputSteps)
    (self.outputRows, self.outputColumns, self.weights) = (outputRows, outputColumns, weights)
    (self.bias, self.biasStep, self.work) = (bias, biasStep, work)
  }

  @inlinable var tiles: Int { pictures &* rows &* columns }
  /// Elements from a pixel or a tile to the next: an odd number of cache lines, so that rows do not share their places
  /// in the cache.
  @inlinable static func step(_ channels: Int) -> Int { ((channels &+ 15) & ~15) | 16 }
  /// Of one of the sixteen matrices, and a line between them.
  @inlinable static func plane(_ tiles: Int, _ channels: Int) -> Int { tiles &* step(channels) &+ 16 }

  /// The turned input makes room for the products, and the transformed input for the turned output.
  @inlinable static func rooms(
    inputs: Int, outputs: Int, pictures: Int, rows: Int, columns: Int
  ) -> (first: Int, second: Int) {
    let tiles = pictures &* rows &* columns, pixels = pictures &* (2 &* rows &+ 2) &* (2 &* columns &+ 2)
    return (
      max(pixels &* step(inputs), 16 &* plane(tiles, outputs)),
      max(16 &* plane(tiles, inputs), 4 &* rows &* columns &* step(outputs))
    )
  }
  /// Elements, the bias in whole registers included.
  public static func work(inputs: Int, outputs: Int, pictures: Int, rows: Int, columns: Int) -> Int {
    let rooms = rooms(inputs: inputs, outputs: outputs, pictures: pictures, rows: rows, columns: columns)
    return rooms.first + rooms.second + step(outputs)
  }
}

/// The weights of such windows, transformed: sixteen matrices of inputs by outputs, in panels as the products read them.
@frozen public struct WinogradWeights {
  public var inputs, outputs: Int
  /// Nine elements side by side for each input and output, which lie so far apart.
  public var source: UnsafeRawPointer
  public var inputStep, outputStep: Int
  /// Whether the kernels are turned round.
  public var isTurned: Bool
  public var target: UnsafeMutableRawPointer
  /// Which inputs are transformed; other threads do the others.
  public var range: Range<Int>

  public init(
    inputs: Int, outputs: Int, source: UnsafeRawPointer, inputStep: Int, outputStep: Int, isTurned: Bool,
    target: UnsafeMutableRawPointer, range: Range<Int>
  ) {
    (self.inputs, self.outputs, self.source) = (inputs, outputs, source)
    (self.inputStep, self.outputStep, self.isTurned) = (inputStep, outputStep, isTurned)
    (self.target, self.range) = (target, range)
  }

  /// Elements of one matrix, and of all.
  @inlinable static func plane(inputs: Int, outputs: Int) -> Int { inputs &* ((outputs &+ 15) & ~15) &+ 16 }
  public static func count(inputs: Int, outputs: Int) -> Int { 16 * plane(inputs: inputs, outputs: outputs) }
}
