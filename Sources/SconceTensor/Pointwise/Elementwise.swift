import SconceErrors
import SconceKernels

// What all element-wise ops share: types and counts are checked, the result takes the size of the first operand, and
// the kernel gets the runs. The result may be any of the operands.

extension Tensor {
  /// `self = f(a)`, for what only fractions have.
  func map(_ name: StaticString, _ a: Tensor, _ kernel: PerFloat<TransferKernel>) throws(SconceError) -> Tensor {
    let kernel = kernel[try Check(name).floating(self, a)]
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in kernel.call(count, r, rStep, a, aStep) }
    return self
  }

  /// `self = f(a, b)`, where `b` has as many elements as `a`, in any shape.
  func combine(
    _ check: Check, _ a: Tensor, _ b: Tensor, scale: Double = 0, _ kernel: BinaryKernel
  ) throws(SconceError) -> Tensor {
    try check.counts(a, b)
    try resize(as: a)
    spreadRuns(self, a, b) { count, r, rStep, a, aStep, b, bStep in
      kernel.call(count, r, rStep, a, aStep, b, bStep, scale)
    }
    return self
  }

  /// `self = f(a, value)`; the number is converted to the type of the elements first.
  func combine(_ a: Tensor, _ value: Double, scale: Double = 0, _ kernel: BinaryKernel) throws(SconceError) -> Tensor {
    try resize(as: a)
    withElement(value, dtype) { b in
      spreadRuns(self, a) { count, r, rStep, a, aStep in kernel.call(count, r, rStep, a, aStep, b, 0, scale) }
    }
    return self
  }

  /// `self = f(value, b)`, likewise.
  func combine(_ value: Double, _ b: Tensor, scale: Double = 0, _ kernel: BinaryKernel) throws(SconceError) -> Tensor {
    try resize(as: b)
    withElement(value, dtype) { a in
      spreadRuns(self, b) { count, r, rStep, b, bStep in kernel.call(count, r, rStep, a, 0, b, bStep, scale) }
    }
    return self
  }

  /// `self = f(a, b, c)`, all three of as many elements.
  func combine(
    _ check: Check, _ a: Tensor, _ b: Tensor, _ c: Tensor, scale: Double, _ kernel: TernaryKernel
  ) throws(SconceError) -> Tensor {
    try check.counts(a, b)
    try check.counts(a, c)
    try resize(as: a)
    spreadRuns(self, a, b, c) { count, r, rStep, a, aStep, b, bStep, c, cStep in
      kernel.call(count, r, rStep, a, aStep, b, bStep, c, cStep, scale)
    }
    return self
  }
}

/// A number as an element of a type, at an address.
func withElement(_ value: Double, _ dtype: DType, _ body: (UnsafeRawPointer) -> Void) {
  withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { room in
    dtype.store(value, room.baseAddress!)
    body(UnsafeRawPointer(room.baseAddress!))
  }
}

extension Check {
  func counts(_ a: Tensor, _ b: Tensor) throws(SconceError) {
    try self(a.count == b.count, "expected tensors of as many elements, got \(a.extent) and \(b.extent)")
  }

  /// Integers cannot be divided by zero: the processor would end the process.
  func divisor(_ b: Tensor) throws(SconceError) {
    if b.dtype.isInteger, b.containsZero { throw signed("an integer division by zero") }
  }
  func divisor(_ value: Double, _ type: NumericDType) throws(SconceError) {
    let dtype = type.dtype
    if dtype.isInteger, dtype.converted(value) == 0 { throw signed("an integer division by zero") }
  }
}

extension Tensor {
  /// Of integers.
  fileprivate var containsZero: Bool {
    var found = false
    forEachRun(self, self) { count, _, _, a, step in
      func search<T: FixedWidthInteger>(_ type: T.Type) {
        let a = a.assumingMemoryBound(to: T.self)
        for i in 0..<count where a[i &* step] == 0 { found = true }
      }
      switch dtype.stride {
      case 1: search(UInt8.self)
      case 2: search(UInt16.self)
      case 4: search(UInt32.self)
      default: search(UInt64.self)
      }
    }
    return found
  }
}

/// Kernels of which those for integers are compiled once, and those for fractions at each instruction set.
func choose<Kernel>(
  _ type: NumericDType, _ floats: PerFloat<Kernel>, _ integers: PerInteger<Kernel>
) -> Kernel {
  type.float.map { floats[$0] } ?? integers[code: type.rawValue]
}
