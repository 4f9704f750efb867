import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func definePrinting() {
    define(
      "__tostring__", method: .only, "`tostring(t)`: the elements as Torch7 shows them.",
      form("src -> text", Printing.tensor))
    define(
      "__tostring__", method: .only, for: .storages, "`tostring(s)`: the elements, one a line.",
      form("src -> text", Printing.storage))
  }
}

private enum Printing {
  @Sendable static func tensor(_ source: Tensor, _ stack: Stack) throws(SconceError) -> Pushed {
    var text: [UInt8] = []
    try source.appendText(to: &text)
    return text.withUnsafeBytes(stack.answer(bytes:))
  }
  @Sendable static func storage(_ source: Storage, _ stack: Stack) throws(SconceError) -> Pushed {
    var text: [UInt8] = []
    try source.appendText(to: &text)
    return text.withUnsafeBytes(stack.answer(bytes:))
  }
}
