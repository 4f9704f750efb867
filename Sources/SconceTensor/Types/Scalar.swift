import SconceKernels

/// What one element can be, Half included: enough to move and to convert it. Conversions are C's, and never a trap.
protocol Scalar: BitwiseCopyable, Comparable {
  static var isInteger: Bool { get }
  init(casting value: Double)
  init(casting value: Int64)
  var double: Double { get }
  var integer: Int64 { get }
}
extension Scalar where Self: FixedWidthInteger {
  static var isInteger: Bool { true }
  @inline(__always) init(casting value: Int64) { self.init(truncatingIfNeeded: value) }
  @inline(__always) var double: Double { Double(self) }
  @inline(__always) var integer: Int64 { Int64(truncatingIfNeeded: self) }
}
extension Scalar where Self: BinaryFloatingPoint {
  static var isInteger: Bool { false }
  @inline(__always) init(casting value: Int64) { self.init(value) }
  @inline(__always) var double: Double { Double(self) }
  @inline(__always) var integer: Int64 { Int64(casting: Double(self)) }
}
extension UInt8: Scalar {}
extension Int8: Scalar {}
extension Int16: Scalar {}
extension Int32: Scalar {}
extension Int64: Scalar {}
extension Float: Scalar {}
extension Double: Scalar {}
extension Float16: Scalar {
  /// By way of float, as Torch7 did: rounded twice.
  @inline(__always) init(casting value: Double) { self.init(Float(value)) }
  @inline(__always) init(casting value: Int64) { self.init(Float(value)) }
}

extension Scalar {
  /// Another type's value in this type.
  @inline(__always) init<Source: Scalar>(converting value: Source) {
    self = Source.isInteger ? Self(casting: value.integer) : Self(casting: value.double)
  }
}

/// Something to be done with elements of a type that is known only at run time.
protocol ScalarAction {
  associatedtype Result
  func run<T: Scalar>(_ type: T.Type) -> Result
}

extension DType {
  /// The one switch over types for what has no kernel. Each case is code of its own.
  @inline(__always) func perform<Action: ScalarAction>(_ action: Action) -> Action.Result {
    switch self {
    case .byte: action.run(UInt8.self)
    case .char: action.run(Int8.self)
    case .short: action.run(Int16.self)
    case .int: action.run(Int32.self)
    case .long: action.run(Int64.self)
    case .float: action.run(Float.self)
    case .double: action.run(Double.self)
    case .half: action.run(Float16.self)
    }
  }

  /// One element at a time, where no loop is worth its own code.
  public func load(_ p: UnsafeRawPointer) -> Double {
    switch self {
    case .byte: p.load(as: UInt8.self).double
    case .char: p.load(as: Int8.self).double
    case .short: p.load(as: Int16.self).double
    case .int: p.load(as: Int32.self).double
    case .long: p.load(as: Int64.self).double
    case .float: p.load(as: Float.self).double
    case .double: p.load(as: Double.self)
    case .half: p.load(as: Float16.self).double
    }
  }
  public func store(_ value: Double, _ p: UnsafeMutableRawPointer) {
    switch self {
    case .byte: p.storeBytes(of: UInt8(casting: value), as: UInt8.self)
    case .char: p.storeBytes(of: Int8(casting: value), as: Int8.self)
    case .short: p.storeBytes(of: Int16(casting: value), as: Int16.self)
    case .int: p.storeBytes(of: Int32(casting: value), as: Int32.self)
    case .long: p.storeBytes(of: Int64(casting: value), as: Int64.self)
    case .float: p.storeBytes(of: Float(value), as: Float.self)
    case .double: p.storeBytes(of: value, as: Double.self)
    case .half: p.storeBytes(of: Float16(casting: value), as: Float16.self)
    }
  }

  /// A number as an element of this type holds it.
  func converted(_ value: Double) -> Double {
    var converted = 0.0
    withElement(value, self) { converted = load($0) }
    return converted
  }
}
