import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// What tensors, storages and generators write of themselves and read again. The file lies at the second place of the stack.
enum Contents {
  @Sendable static func writeTensor(_ source: Tensor, _ file: File) throws(SconceError) {
    try writing(file) { writer throws(SconceError) in try writer.contents(of: source) }
  }
  @Sendable static func writeStorage(_ source: Storage, _ file: File) throws(SconceError) {
    try writing(file) { writer throws(SconceError) in try writer.contents(of: source) }
  }
  @Sendable static func writeGenerator(_ source: Generator, _ file: File) throws(SconceError) {
    try writing(file) { writer throws(SconceError) in try writer.contents(of: source) }
  }

  @Sendable static func readTensor(_ target: Tensor, _ file: File, _ stack: Stack) throws(SconceError) {
    var reader = ObjectReader(stack, file, at: 2)
    try naming(file) { () throws(SconceError) in try target.set(reader.contents(dtype: target.dtype)) }
  }
  @Sendable static func readStorage(_ target: Storage, _ file: File, _ stack: Stack) throws(SconceError) {
    let reader = ObjectReader(stack, file, at: 2)
    try naming(file) { () throws(SconceError) in
      let source = try reader.contents(storage: target.dtype)
      try target.resize(to: source.count, zeroed: false)
      target.elements.copyMemory(from: source.elements, byteCount: source.count * source.dtype.stride)
    }
  }
  @Sendable static func readGenerator(_ target: Generator, _ file: File, _ stack: Stack) throws(SconceError) {
    let reader = ObjectReader(stack, file, at: 2)
    try naming(file) { () throws(SconceError) in
      let state = Tensor(.byte)
      try reader.generator().save(into: state)
      try target.restore(state)
    }
  }

  private static func writing(_ file: File, _ body: (T7Writer) throws(SconceError) -> Void) throws(SconceError) {
    try file.checkWritable()
    try naming(file) { () throws(SconceError) in try body(T7Writer(file)) }
  }
  private static func naming(_ file: File, _ body: () throws(SconceError) -> Void) throws(SconceError) {
    do throws(SconceError) { try body() } catch { throw file.named(error) }
  }
}
