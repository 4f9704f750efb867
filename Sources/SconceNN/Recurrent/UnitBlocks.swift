import SconceErrors
import SconceKernels
import SconceTensor

/// What a step computes, cut into blocks of samples and of units: as many units as a panel is wide, so that the sums of a
/// block and what becomes of them stay in the first cache. How it is cut hangs on sizes alone.
struct UnitBlocks {
  let units, samples, stride: Int
  let kernel: PanelsKernel
  private static let most = 64

  init(units: Int, samples: Int, _ type: FloatDType) {
    (self.units, self.samples, stride) = (units, samples, type.numeric.stride)
    kernel = kernels.panels[type]
  }

  /// Registers that all units take.
  var registers: Int { (units + kernel.lanes - 1) / kernel.lanes }
  /// How many blocks lie side by side, up to three registers wide each.
  var across: Int { (registers + 2) / 3 }
  func width(_ column: Int) -> Int { min(3, registers - 3 * column) * kernel.lanes }

  /// Calls `body` with each block and with room for so many planes of it; on several threads if there is much to do.
  ///
  /// - work: multiplications in all.
  /// - Returns: whether there was memory for the room.
  func run(work: Int, planes: Int, _ body: (UnitBlock) -> Void) -> Bool {
    let height = min(samples, UnitBlocks.most), bytes = planes * height * width(0) * stride
    let count = across * ((samples + height - 1) / height)
    func block(_ index: Int, _ room: UnsafeMutableRawPointer) -> UnitBlock {
      let (row, column) = (index / across, index % across), lanes = 3 * kernel.lanes
      return UnitBlock(
        column: column, sample: row * height, rows: min(height, samples - row * height), unit: column * lanes,
        count: min(lanes, units - column * lanes), width: width(column), room: room, blocks: self)
    }
    if work < 1 << 19 || ThreadPool.shared.threads == 1 {
      let done: Void? = Scratch.with(bytes: bytes) { room in
        for index in 0..<count { body(block(index, room)) }
      }
      return done != nil
    }
    return ThreadPool.shared.run(chunks: count, scratch: bytes) { index, room in body(block(index, room)) }
  }
}

/// Some units of some samples. A plane is room for them, with a gap behind the last unit up to a register's end.
struct UnitBlock {
  let column, sample, rows, unit, count, width: Int
  let room: UnsafeMutableRawPointer
  let blocks: UnitBlocks

  /// Elements of a plane.
  var elements: Int { rows * width }
  func plane(_ index: Int) -> UnsafeMutableRawPointer { room + index * elements * blocks.stride }

  /// Brings numbers into a plane: of a matrix with a row for each sample and its rows `step` apart, from a column on.
  func load(_ index: Int, _ matrix: UnsafeRawPointer, step: Int, column: Int = 0) {
    blocks.kernel.gather(
      rows, count, width, matrix + (sample * step + column + unit) * blocks.stride, step, plane(index))
  }
  /// The same numbers for every sample.
  func loadRow(_ index: Int, _ row: UnsafeRawPointer) {
    blocks.kernel.gather(rows, count, width, row + unit * blocks.stride, 0, plane(index))
  }
  /// The way back; 0 for samples that are not kept.
  func store(
    _ index: Int, _ matrix: UnsafeMutableRawPointer, step: Int, column: Int = 0, kept: UnsafeRawPointer? = nil
  ) {
    blocks.kernel.scatter(
      rows, count, width, plane(index), matrix + (sample * step + column + unit) * blocks.stride, step,
      kept.map { $0 + sample * blocks.stride })
  }
  /// `plane = beta·plane + a·panel`, `a` having a row for each sample.
  func multiply(_ index: Int, _ beta: Double, _ a: UnsafeRawPointer, step: Int, _ panels: Panels, gate: Int = 0) {
    blocks.kernel.multiply(
      rows, panels.depth, width, a + sample * step * blocks.stride, step, panels.panel(column, gate), beta,
      plane(index))
  }
}

/// A matrix of `depth` rows that has the columns of all units for each gate, packed for one product a step.
struct Panels {
  let depth, gates: Int
  private let blocks: UnitBlocks, base: UnsafeMutableRawPointer

  static func bytes(depth: Int, gates: Int, _ blocks: UnitBlocks) -> Int {
    // Scratch memory is cut at lines of the cache.
    (depth * gates * blocks.registers * blocks.kernel.lanes * blocks.stride + 63) & ~63
  }

  /// Packs `matrix`; `order` says which of its blocks of columns each gate has.
  init(_ matrix: Matrix, _ order: GateOrder?, _ blocks: UnitBlocks, in base: UnsafeMutableRawPointer) {
    (depth, gates, self.blocks, self.base) = (matrix.rows, matrix.columns / blocks.units, blocks, base)
    let from = UnsafeRawPointer(matrix.base), lanes = 3 * blocks.kernel.lanes, columns = blocks.across
    func pack(_ index: Int) {
      let (column, gate) = (index / gates, index % gates), place = order?.place(gate) ?? gate
      let first = place * blocks.units + column * lanes
      blocks.kernel.pack(
        depth, min(lanes, blocks.units - column * lanes), blocks.width(column),
        from + first * matrix.columnStep * blocks.stride, matrix.rowStep, matrix.columnStep, panel(column, gate))
    }
    if depth * gates * blocks.units < 1 << 16 {
      for index in 0..<columns * gates { pack(index) }
    } else {
      ThreadPool.shared.run(chunks: columns * gates, pack)
    }
  }

  func panel(_ column: Int, _ gate: Int) -> UnsafeMutableRawPointer {
    let before = column * gates * 3 * blocks.kernel.lanes + gate * blocks.width(column)
    return base + before * depth * blocks.stride
  }
}

/// The order in which a layer's weights have the columns of the gates.
public enum GateOrder: String, Sendable {
  /// Input, forget, output, candidate: `nn.SeqLSTM`.
  case ifog
  /// Input, candidate, forget, output: `nn.FastLSTM`.
  case igfo

  /// Where gate i, f, o or g (0 to 3) stands.
  func place(_ gate: Int) -> Int {
    guard self == .igfo else { return gate }
    return gate == 0 ? 0 : gate == 3 ? 1 : gate + 1
  }
}
