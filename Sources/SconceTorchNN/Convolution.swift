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
      "SpatialFullConvolution.updateOutput", "y = w turned round * x + b",
      form(
        "output, input, weight, bias, kW, kH, dW, dH, padW, padH, adjW, adjH", SpatialFullConvolution.updateOutput))
    layer(
      "SpatialFullConvolution.updateGradInput", "∂x = w * ∂y",
      form(
        "gradInput, input, gradOutput, weight, kW, kH, dW, dH, padW, padH, adjW, adjH",
        SpatialFullConvolution.updateGradInput))
    layer(
      "SpatialFullConvolution.accGradParameters", "∂w += s·x * ∂y, ∂b += s·∂y",
      form(
        "gradWeight, gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, adjW, adjH, scale",
        SpatialFullConvolution.accGradParameters))
    layer(
      "TemporalConvolution.updateOutput", "y = W·x + b of frames one after another",
      form("output, input, weight, bias, kW, dW", TemporalConvolution.updateOutput))
    layer(
      "TemporalConvolution.updateGradInput", "∂x += Wᵀ·∂y, frame by frame",
      form("gradInput, input, gradOutput, weight, kW, dW", TemporalConvolution.updateGradInput))
    layer(
      "TemporalConvolution.accGradParameters", "∂W += s·∂y·xᵀ, ∂b += s·∂y",
      form("gradWeight, gradBias, input, gradOutput, kW, dW, scale", TemporalConvolution.accGradParameters))
    layer(
      "SpatialConvolutionMM.updateOutput", "y = w * x + b over windows",
      form("output, input, weight, bias, kW, kH, dW, dH, padW, padH", SpatialConvolutionMM.updateOutput))
    layer(
      "SpatialConvolutionMM.updateGradInput", "∂x = w turned round * ∂y",
      form("gradInput, input, gradOutput, weight, kW, kH, dW, dH, padW, padH", SpatialConvolutionMM.updateGradInput))
    layer(
      "SpatialConvolutionMM.accGradParameters", "∂w += s·∂y * x, ∂b += s·∂y",
      form(
        "gradWeight, gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, scale",
        SpatialConvolutionMM.accGradParameters))
    layer(
      "SpatialDilatedConvolution.updateOutput", "y = w * x + b over windows",
      form("output, input, weight, bias, kW, kH, dW, dH, padW, padH, lW, lH", SpatialDilatedConvolution.updateOutput))
    layer(
      "SpatialDilatedConvolution.updateGradInput", "∂x = w turned round * ∂y",
      form(
        "gradInput, input, gradOutput, weight, kW, kH, dW, dH, padW, padH, lW, lH",
        SpatialDilatedConvolution.updateGradInput))
    layer(
      "SpatialDilatedConvolution.accGradParameters", "∂w += s·∂y * x, ∂b += s·∂y",
      form(
        "gradWeight, gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, lW, lH, scale",
        SpatialDilatedConvolution.accGradParameters))
    layer(
      "Columns.unfold", "the windows of an image as the columns of a matrix",
      form("columns, image, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW", Columns.unfold))
    layer(
      "Columns.fold", "an image as the sums of its elements in the columns",
      form("image, columns, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW", Columns.fold))
  }
}
