import SconceLua
import SconceNN

extension Library {
  mutating func transfer() {
    layer("Tanh.updateOutput", "y = tanh x", form("output, input", Tanh.updateOutput))
    layer("Tanh.updateGradInput", "∂x = ∂y·(1 − y²)", form("gradInput, gradOutput, output", Tanh.updateGradInput))
    layer("Sigmoid.updateOutput", "y = 1 / (1 + e⁻ˣ)", form("output, input", Sigmoid.updateOutput))
    layer(
      "Sigmoid.updateGradInput", "∂x = ∂y·y·(1 − y)", form("gradInput, gradOutput, output", Sigmoid.updateGradInput))
    layer(
      "Threshold.updateOutput", "y = x where x > t, else v",
      form("output, input, threshold, value, inplace", Threshold.updateOutput))
    layer(
      "Threshold.updateGradInput", "∂x = ∂y where x > t, else 0",
      form("gradInput, input, gradOutput, threshold, inplace", Threshold.updateGradInput))
    layer("SoftMax.updateOutput", "y = eˣ / Σ eˣ", form("output, input", SoftMax.updateOutput))
    layer(
      "SoftMax.updateGradInput", "∂x = y·(∂y − Σ ∂y·y)", form("gradInput, gradOutput, output", SoftMax.updateGradInput))
    layer("LogSoftMax.updateOutput", "y = x − log Σ eˣ", form("output, input", LogSoftMax.updateOutput))
    layer(
      "LogSoftMax.updateGradInput", "∂x = ∂y − eʸ·Σ ∂y",
      form("gradInput, gradOutput, output", LogSoftMax.updateGradInput))
    layer(
      "PReLU.updateOutput", "y = x, or w·x below 0, w a channel's slope",
      form("output, input, weight, nOutputPlane", PReLU.updateOutput))
    layer(
      "PReLU.updateGradInput", "∂x = ∂y, or w·∂y below 0",
      form("gradInput, input, gradOutput, weight, nOutputPlane", PReLU.updateGradInput))
  }

  /// Activations with parameters a and b.
  mutating func activations() {
    layer("Abs.updateOutput", "y = |x|", form("output, input, a, b, inplace", Activation.abs.updateOutput))
    layer(
      "Abs.updateGradInput", "∂x = ∂y, or −∂y below 0",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.abs.updateGradInput))
    layer(
      "ELU.updateOutput", "y = x, or a·(eˣ − 1) below 0",
      form("output, input, a, b, inplace", Activation.elu.updateOutput))
    layer(
      "ELU.updateGradInput", "∂x = ∂y, or ∂y·(y + a) below 0",
      form("gradInput, gradOutput, output, a, b, inplace", Activation.elu.updateGradInput))
    layer(
      "HardShrink.updateOutput", "y = x outside of ±a, else 0",
      form("output, input, a, b, inplace", Activation.hardShrink.updateOutput))
    layer(
      "HardShrink.updateGradInput", "∂x = ∂y outside of ±a, else 0",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.hardShrink.updateGradInput))
    layer(
      "HardTanh.updateOutput", "y = x, from a to b",
      form("output, input, a, b, inplace", Activation.hardTanh.updateOutput))
    layer(
      "HardTanh.updateGradInput", "∂x = ∂y between a and b, else 0",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.hardTanh.updateGradInput))
    layer(
      "LeakyReLU.updateOutput", "y = x, or a·x below 0",
      form("output, input, a, b, inplace", Activation.leakyReLU.updateOutput))
    layer(
      "LeakyReLU.updateGradInput", "∂x = ∂y, or a·∂y below 0",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.leakyReLU.updateGradInput))
    layer(
      "LogSigmoid.updateOutput", "y = log (1 / (1 + e⁻ˣ))",
      form("output, input, a, b, inplace", Activation.logSigmoid.updateOutput))
    layer(
      "LogSigmoid.updateGradInput", "∂x = ∂y / (1 + eˣ)",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.logSigmoid.updateGradInput))
    layer(
      "SoftPlus.updateOutput", "y = log (1 + eᵃˣ) / a",
      form("output, input, a, b, inplace", Activation.softPlus.updateOutput))
    layer(
      "SoftPlus.updateGradInput", "∂x = ∂y·(1 − e⁻ᵃʸ)",
      form("gradInput, gradOutput, output, a, b, inplace", Activation.softPlus.updateGradInput))
    layer(
      "SoftShrink.updateOutput", "y = x, a nearer to 0",
      form("output, input, a, b, inplace", Activation.softShrink.updateOutput))
    layer(
      "SoftShrink.updateGradInput", "∂x = ∂y outside of ±a, else 0",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.softShrink.updateGradInput))
    layer("Sqrt.updateOutput", "y = √x", form("output, input, a, b, inplace", Activation.sqrt.updateOutput))
    layer(
      "Sqrt.updateGradInput", "∂x = ∂y / 2y",
      form("gradInput, gradOutput, output, a, b, inplace", Activation.sqrt.updateGradInput))
    layer("Square.updateOutput", "y = x²", form("output, input, a, b, inplace", Activation.square.updateOutput))
    layer(
      "Square.updateGradInput", "∂x = 2x·∂y",
      form("gradInput, gradOutput, input, a, b, inplace", Activation.square.updateGradInput))
  }
}
