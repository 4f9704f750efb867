/// One value of a `.t7` file. Bytes are valid until the reader is asked for the next.
public enum T7Value {
  case null, number(Double), boolean(Bool), string(UnsafeRawBufferPointer)
  case table(Int32, pairs: Int), object(Int32, version: Int, typename: String)
  /// Its upvalues are the next value: a list of `{name=, value=, id=}`, or in old files of the values alone. The oldest
  /// have no number.
  case function(Int32?, code: UnsafeRawBufferPointer, upvaluesNamed: Bool)
  case again(Int32)
}

/// What a tensor's elements are in its storage. Offsets count from 1, as scripts do.
public final class T7Tensor {
  public static let maximalRank = 1024
  public let sizes: [Int], strides: [Int], offset: Int
  init(sizes: [Int], strides: [Int], offset: Int) { (self.sizes, self.strides, self.offset) = (sizes, strides, offset) }
}

/// What a stretch of a `.t7` file is.
public enum T7Part: String, Sendable {
  case tag, number, boolean, reference, version, rank, sizes, strides, offset, bytes, elements
  case stringLength = "string length"
  case functionLength = "function length"
  case tableSize = "table size"
  case className = "class name"
  case storageSize = "storage size"
  public var name: String { rawValue }
}
