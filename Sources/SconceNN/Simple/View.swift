import SconceErrors
import SconceTensor

/// The elements in other sizes, without a copy.
///
/// - Sizes: those of the layer, −1 for what is left over (in one place); with more elements than they hold, a batch.
/// - Types: any, one for all.
/// - In scripts: `lua/nn/View.lua`.
public enum View {
  /// `output` becomes a view of `input`. Of `inputDims` dimensions, if given, each sample consists; those before are
  /// the batch.
  public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ inputDims: Int?, _ sizes: UnsafeBufferPointer<Int>
  ) throws(SconceError) {
    let sample = min(inputDims ?? input.dim, input.dim)
    try check(sample >= 0, "expected a number of input dimensions, got \(sample)")
    var elements = 1, batch = 1
    for d in 0..<input.dim {
      if d < input.dim - sample { batch *= input.size(d) } else { elements *= input.size(d) }
    }
    let wanted = try known(sizes), isOpen = wanted.hole != nil
    try check(
      input.dim > 0 && wanted.count > 0 && elements % wanted.count == 0,
      "size mismatch: expected input of whole \(text(sizes)), got \(input.extent)")
    // The rest fills the open size; without one it is the batch.
    if !isOpen { batch *= elements / wanted.count }
    let hasBatch = batch != 1 || inputDims != nil && input.dim > sample
    let first = hasBatch ? 1 : 0
    try output.view(
      input, "input", sizes.count + first,
      { d in
        if d < first { return batch }
        return sizes[d - first] == -1 ? elements / wanted.count : sizes[d - first]
      }, for: check)
  }

  /// `gradInput` becomes a view of `gradOutput` in the sizes of `input`.
  @Sendable public static func updateGradInput(_ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor)
    throws(SconceError)
  {
    try check(
      gradOutput.count == input.count,
      "size mismatch: expected gradOutput of as many elements as \(input.extent), got \(gradOutput.extent)")
    try gradInput.view(gradOutput, "gradOutput", input.dim, input.size, for: check)
  }

  /// The elements that the known sizes hold, and where the open one is.
  private static func known(_ sizes: UnsafeBufferPointer<Int>) throws(SconceError) -> (count: Int, hole: Int?) {
    var count = 1, hole: Int?
    for (d, size) in sizes.enumerated() {
      if size == -1, hole == nil { hole = d; continue }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      try check(size >= 0 && !overflow, "expected sizes of 0 or more and one -1 at most, got \(text(sizes))")
      count = product
    }
    return (count, hole)
  }
  private static func text(_ sizes: UnsafeBufferPointer<Int>) -> String {
    sizes.map(String.init).joined(separator: "x")
  }
}

private let check = Check("nn.View")
