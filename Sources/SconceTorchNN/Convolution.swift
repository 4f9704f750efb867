import SconceLua
import SconceNN

extension Library {
  mutating func convolution() {
    layer(
      "SpatialConvolution.updateOutput", "y = w * x + b over windows",
      form("output, input, weight, bias, kW, kH, dW, dH, padW, padH", SpatialConvolution.updateOutput))
    layer(
      "SpatialConvolution.updateGradInput", "∂x = w turned round * ∂y",
      form("gradInput, input, gradOutput, weight, kW, kH, dW, dH, padW, padH", SpatialConvolution.updateGradInput))
    layer(
      "SpatialConvolution.accGradParameters", "∂w += s·∂y * x, ∂b += s·∂y",
      form(
        "gradWeight, gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, scale",
        SpatialConvolution.accGradParameters))
    layer(
      "Columns.unfold", "the windows of an image as the columns of a matrix",
      form("columns, image, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW", Columns.unfold))
    layer(
      "Columns.fold", "an image as the sums of its elements in the columns",
      form("image, columns, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW", Columns.fold))
  }
}
