import SconceErrors
import SconceTensor

/// The elements in other sizes, all of them.
///
/// - Types: any, one for all; the elements lie one after another.
/// - In scripts: `lua/nn/Reshape.lua`.
public enum Reshape {
  /// `output` becomes a view of `input` in these sizes.
  public static func updateOutput(_ output: Tensor, _ input: Tensor, _ sizes: UnsafeBufferPointer<Int>)
    throws(SconceError)
  {
    try output.view(input, "input", sizes.count, { sizes[$0] }, for: check)
  }

  /// `gradInput` becomes a view of `gradOutput` in the sizes of `input`.
  @Sendable public static func updateGradInput(_ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor)
    throws(SconceError)
  {
    try check.sameCount(gradOutput, "gradOutput", as: input)
    try gradInput.view(gradOutput, "gradOutput", input.dim, input.size, for: check)
  }
}

private let check = Check("nn.Reshape")
