import SconceErrors
import SconceKernels

extension Tensor {
  /// Calls `body` with a tensor of `t`'s size but 1 along `dim`: `self` resized, or, when `self` is `t`, another whose
  /// elements `self` then takes.
  func reduce(_ t: Tensor, _ dim: Int, _ body: (_ result: Tensor) -> Void) throws(SconceError) {
    let result = self === t ? Tensor(dtype, in: storage.memory) : self
    try result.resize(t.dim) { $0 == dim ? 1 : t.size($0) }
    body(result)
    if result !== self {
      try resize(as: result)
      try copy(result)
    }
  }

  /// As ``reduce(_:_:_:)`` with a second result, of longs.
  func reduce(
    _ t: Tensor, _ dim: Int, _ indices: Tensor, _ check: Check, size: Int = 1,
    _ body: (_ values: Tensor, _ indices: Tensor) throws(SconceError) -> Void
  ) throws(SconceError) {
    try check(indices.dtype == .long, "expected torch.LongTensor for indices, got \(indices.dtype.typename)")
    // A result that is the source, or both results in one storage, would be written while still read.
    let values = self === t || self.storage === indices.storage ? Tensor(dtype, in: storage.memory) : self
    let places = indices === t ? Tensor(.long, in: indices.storage.memory) : indices
    try values.resize(t.dim) { $0 == dim ? size : t.size($0) }
    try places.resize(t.dim) { $0 == dim ? size : t.size($0) }
    try body(values, places)
    if values !== self {
      try resize(as: values)
      try copy(values)
    }
    if places !== indices {
      try indices.resize(as: places)
      try indices.copy(places)
    }
  }
}

extension NumericDType {
  var isFloating: Bool { self == .float || self == .double }
}

extension Check {
  /// A tensor with elements.
  func elements(_ t: Tensor) throws(SconceError) { try self(t.count > 0, "expected a tensor with elements, got none") }

  /// The size of `t`, which has elements, along `dim`.
  func length(_ t: Tensor, _ dim: Int) throws(SconceError) -> Int {
    try elements(t)
    try dimension(dim, of: t)
    return t.size(dim)
  }
}
