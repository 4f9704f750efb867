import SconceErrors
import SconceKernels

extension Tensor {
  /// The elements themselves, in row-major order, to read and write: no copy, valid during the call.
  ///
  /// - type: UInt8, Int8, Int16, Int32, Int64, Float or Double, as ``dtype`` says.
  /// - Throws: ``SconceError`` for another type than the tensor's, and for one that is not contiguous.
  public func withScalars<T: Element, Result>(
    as type: T.Type, _ body: (UnsafeMutableBufferPointer<T>) throws -> Result
  ) throws -> Result {
    let check = Check("Tensor.withScalars")
    try check(DType(T.self) == dtype, "expected elements of \(dtype.typename), got \(T.self)")
    try check(isContiguous, "expected a contiguous tensor, got strides \((0..<dim).map(stride))")
    return try body(UnsafeMutableBufferPointer(start: base.assumingMemoryBound(to: T.self), count: count))
  }

  /// A tensor of these sizes with these elements, in row-major order, of the dtype that `T` is.
  public convenience init<T: Element>(_ sizes: [Int], _ elements: some Collection<T>, in memory: Memory = .process)
    throws(SconceError)
  {
    guard let dtype = DType(T.self) else {
      throw SconceError("Tensor: expected elements of a tensor's type, got \(T.self)")
    }
    try self.init(dtype, sizes, in: memory)
    try Check("Tensor")(count == elements.count, "expected \(count) elements for \(extent), got \(elements.count)")
    let target = UnsafeMutableBufferPointer(start: base.assumingMemoryBound(to: T.self), count: count)
    _ = target.update(fromContentsOf: elements)
  }
}

extension DType {
  /// The dtype whose elements are these in Swift.
  public init?<T: Element>(_ type: T.Type) {
    switch type {
    case is UInt8.Type: self = .byte
    case is Int8.Type: self = .char
    case is Int16.Type: self = .short
    case is Int32.Type: self = .int
    case is Int64.Type: self = .long
    case is Float.Type: self = .float
    case is Double.Type: self = .double
    default: return nil
    }
  }
}
