import SconceErrors
import SconceLua
import SconceNN
import SconceTensor
import SconceTorch

extension Library {
  mutating func simple() {
    layer("Linear.updateOutput", "y = W·x + b", form("output, input, weight, bias", Linear.updateOutput))
    layer("Linear.updateGradInput", "∂x = Wᵀ·∂y", form("gradInput, gradOutput, weight", Linear.updateGradInput))
    layer(
      "Linear.accGradParameters", "∂W += s·∂y·xᵀ, ∂b += s·∂y",
      form("gradWeight, gradBias, input, gradOutput, scale", Linear.accGradParameters))
    layer(
      "View.updateOutput", for: .tensors, "the input in other sizes", form("output, input, numInputDims, size", view))
    layer(
      "View.updateGradInput", for: .tensors, "the gradient in the input's sizes",
      form("gradInput, input, gradOutput", View.updateGradInput))
    layer(
      "Reshape.updateOutput", for: .tensors, "the input in exactly these sizes", form("output, input, size", reshape))
    layer(
      "Reshape.updateGradInput", for: .tensors, "the gradient in the input's sizes",
      form("gradInput, input, gradOutput", Reshape.updateGradInput))
  }
}

/// Sizes as scripts give them.
@Sendable private func view(_ output: Tensor, _ input: Tensor, _ inputDims: Int?, _ sizes: Sizes) throws(SconceError) {
  try View.updateOutput(output, input, inputDims, sizes.values)
}
@Sendable private func reshape(_ output: Tensor, _ input: Tensor, _ sizes: Sizes) throws(SconceError) {
  try Reshape.updateOutput(output, input, sizes.values)
}
