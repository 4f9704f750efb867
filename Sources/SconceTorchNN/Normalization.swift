import SconceErrors
import SconceLua
import SconceNN
import SconceTensor

extension Library {
  mutating func normalization() {
    layer(
      "BatchNormalization.updateOutput", "y = γ·(x − μ)/√(σ² + ε) + β, channel by channel",
      form(
        "output, input, weight, bias, runningMean, runningVar, saveMean, saveStd, training, momentum, eps",
        normalize))
    layer(
      "BatchNormalization.backward", "∂x, ∂γ and ∂β, as many as there are tensors for",
      form(
        "gradInput, gradWeight, gradBias, input, gradOutput, weight, runningMean, runningVar, saveMean, saveStd, training, scale, eps",
        differentiate))
  }
}

@Sendable private func normalize(
  _ output: Tensor, _ input: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ runningMean: Tensor, _ runningVar: Tensor,
  _ saveMean: Tensor, _ saveStd: Tensor, _ training: Bool, _ momentum: Double, _ eps: Double
) throws(SconceError) {
  try BatchNormalization.updateOutput(
    output, input, weight: weight, bias: bias,
    .init(runningMean: runningMean, runningVar: runningVar, saveMean: saveMean, saveStd: saveStd),
    training: training, momentum: momentum, eps: eps)
}
@Sendable private func differentiate(
  _ gradInput: Tensor?, _ gradWeight: Tensor?, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor,
  _ weight: Tensor?, _ runningMean: Tensor, _ runningVar: Tensor, _ saveMean: Tensor, _ saveStd: Tensor,
  _ training: Bool, _ scale: Double, _ eps: Double
) throws(SconceError) {
  try BatchNormalization.backward(
    gradInput, gradWeight, gradBias, input, gradOutput, weight: weight,
    .init(runningMean: runningMean, runningVar: runningVar, saveMean: saveMean, saveStd: saveStd),
    training: training, scale: scale, eps: eps)
}
