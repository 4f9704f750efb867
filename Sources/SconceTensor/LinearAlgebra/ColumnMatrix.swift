import SconceErrors
import SconceKernels

/// A matrix as LAPACK reads and writes it: its columns lie one after another, without gaps.
///
/// What LAPACK writes is the memory of the result itself where that serves, else memory apart, from which ``deliver``
/// brings it. Results keep the layout in which LAPACK left them, as in Torch7: scripts see it in their strides.
struct ColumnMatrix {
  /// Rows × columns, with strides of 1 and the number of rows.
  let matrix: Tensor
  private let result: Tensor?
  /// A result that is also the source keeps its strides.
  private let keepsLayout: Bool

  /// Not to be kept: what grows moves.
  var base: UnsafeMutableRawPointer { matrix.base }
  var rows: Int { matrix.size(0) }
  var columns: Int { matrix.size(1) }

  /// To be read: the matrix itself if it lies so.
  init(reading source: Tensor) throws(SconceError) {
    (result, keepsLayout) = (nil, false)
    matrix = source.liesInColumns ? source : try ColumnMatrix.copy(source, rows: source.size(0))
  }
  /// To be overwritten, and of no result.
  init(copying source: Tensor) throws(SconceError) {
    (result, keepsLayout) = (nil, false)
    matrix = try ColumnMatrix.copy(source, rows: source.size(0))
  }
  /// To be written, for a result that may be the source, or share memory with some of the tensors after it.
  ///
  /// - rows: as many as the source has, or more, which are unset.
  init(
    _ result: Tensor, copying source: Tensor, of original: Tensor, rows: Int? = nil, beside a: Tensor? = nil,
    _ b: Tensor? = nil, _ c: Tensor? = nil
  ) throws(SconceError) {
    let rows = rows ?? source.size(0)
    (self.result, keepsLayout) = (result, result === original)
    let isAlone = !result.shares(a) && !result.shares(b) && !result.shares(c)
    if result === original {
      matrix = isAlone && source === result && result.liesInColumns ? result : try ColumnMatrix.copy(source, rows: rows)
    } else if isAlone, !result.shares(original), try result.layInColumns(rows, source.size(1)) {
      matrix = result
      try ColumnMatrix.fill(result, source)
    } else {
      matrix = try ColumnMatrix.copy(source, rows: rows)
    }
  }
  /// To be written as a whole, for a result that may share memory with some of the tensors after it.
  init(_ result: Tensor, rows: Int, columns: Int, beside a: Tensor, _ b: Tensor, _ c: Tensor? = nil)
    throws(SconceError)
  {
    (self.result, keepsLayout) = (result, false)
    if !result.shares(a), !result.shares(b), !result.shares(c), try result.layInColumns(rows, columns) {
      matrix = result
    } else {
      matrix = try ColumnMatrix.apart(result.dtype, rows, columns, in: result.storage.memory)
    }
  }
  /// Memory of its own, unset.
  init(_ type: FloatDType, rows: Int, columns: Int) throws(SconceError) {
    (result, keepsLayout) = (nil, false)
    matrix = try ColumnMatrix.apart(type.numeric.dtype, rows, columns, in: .process)
  }

  /// The first rows and columns become the result.
  func deliver(rows: Int? = nil, columns: Int? = nil) throws(SconceError) {
    guard let result else { return }
    let step = self.rows, rows = rows ?? step, columns = columns ?? self.columns
    if matrix !== result {
      let part = Tensor(viewing: matrix)
      if keepsLayout {
        part.set(2, { $0 == 0 ? rows : columns }, { $0 == 0 ? 1 : step })
        return try result.become(part)
      }
      let isInColumns = try result.layInColumns(step, self.columns)
      try result.copy(part)
      if !isInColumns { return }
    }
    result.set(2, { $0 == 0 ? rows : columns }, { $0 == 0 ? 1 : step })
  }

  private static func copy(_ source: Tensor, rows: Int) throws(SconceError) -> Tensor {
    let copy = try apart(source.dtype, rows, source.size(1), in: source.storage.memory)
    try fill(copy, source)
    return copy
  }
  private static func fill(_ matrix: Tensor, _ source: Tensor) throws(SconceError) {
    let top = matrix.size(0) == source.size(0) ? matrix : try matrix.narrow(0, 0, source.size(0))
    try top.copy(source)
  }
  private static func apart(_ dtype: DType, _ rows: Int, _ columns: Int, in memory: Memory) throws(SconceError)
    -> Tensor
  {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow else { throw SconceError("expected sizes of fewer than 2^48 elements") }
    let matrix = Tensor(viewing: try Storage(dtype, unset: count, in: memory))
    matrix.set(2, { $0 == 0 ? rows : columns }, { $0 == 0 ? 1 : rows })
    return matrix
  }
}

extension Tensor {
  /// Whether another one lies in the same storage: if so, a result that grows may reach over its elements.
  fileprivate func shares(_ other: Tensor?) -> Bool { other.map { $0.storage === storage } ?? false }

  /// Whether a matrix lies column after column without gaps.
  fileprivate var liesInColumns: Bool { stride(0) == 1 && stride(1) == size(0) }

  /// Takes these sizes and, unless it is a square that lies otherwise, lies in columns from then on. False if it does not.
  fileprivate func layInColumns(_ rows: Int, _ columns: Int) throws(SconceError) -> Bool {
    try resize(2) { $0 == 0 ? columns : rows }
    if !isContiguous {
      if rows == columns { return liesInColumns }
      try resize([rows * columns])
    }
    set(2, { $0 == 0 ? rows : columns }, { $0 == 0 ? 1 : rows })
    return true
  }

  /// Takes the size and the elements of `other`, which shares no memory with it.
  func become(_ other: Tensor) throws(SconceError) {
    try resize(as: other)
    try copy(other)
  }
}
