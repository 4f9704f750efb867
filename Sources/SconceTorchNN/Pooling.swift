import SconceLua
import SconceNN

extension Library {
  mutating func pooling() {
    layer(
      "SpatialMaxPooling.updateOutput", "the largest of each window, and its place",
      form(
        "output, indices: LongTensor, input, kW, kH, dW, dH, padW, padH, ceil", SpatialMaxPooling.updateOutput))
    layer(
      "SpatialMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form(
        "gradInput, input, gradOutput, indices: LongTensor, kW, kH, dW, dH, padW, padH, ceil",
        SpatialMaxPooling.updateGradInput))
    layer(
      "SpatialAveragePooling.updateOutput", "the mean of each window",
      form(
        "output, input, kW, kH, dW, dH, padW, padH, ceil, includingPad, divide", SpatialAveragePooling.updateOutput))
    layer(
      "SpatialAveragePooling.updateGradInput", "∂x = ∂y shared out over its window",
      form(
        "gradInput, input, gradOutput, kW, kH, dW, dH, padW, padH, ceil, includingPad, divide",
        SpatialAveragePooling.updateGradInput))
    layer(
      "SpatialDilatedMaxPooling.updateOutput", "the largest of each window, and its place",
      form(
        "output, indices: LongTensor, input, kW, kH, dW, dH, padW, padH, dilationW, dilationH, ceil",
        SpatialDilatedMaxPooling.updateOutput))
    layer(
      "SpatialDilatedMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form("gradInput, input, gradOutput, indices: LongTensor", SpatialDilatedMaxPooling.updateGradInput))
    layer(
      "VolumetricDilatedMaxPooling.updateOutput", "the largest of each window, and its place",
      form(
        "output, indices: LongTensor, input, kT, kW, kH, dT, dW, dH, padT, padW, padH, dilationT, dilationW, dilationH, ceil",
        VolumetricDilatedMaxPooling.updateOutput))
    layer(
      "VolumetricDilatedMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form("gradInput, input, gradOutput, indices: LongTensor", VolumetricDilatedMaxPooling.updateGradInput))
    layer(
      "SpatialAdaptiveMaxPooling.updateOutput", "the largest of each window, and its place",
      form("output, indices: LongTensor, input, outputW, outputH", SpatialAdaptiveMaxPooling.updateOutput))
    layer(
      "SpatialAdaptiveMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form("gradInput, input, gradOutput, indices: LongTensor", SpatialAdaptiveMaxPooling.updateGradInput))
    layer(
      "SpatialFractionalMaxPooling.updateOutput", "the largest of each window, and its place",
      form(
        "output, indices: LongTensor, input, outputW, outputH, kW, kH, samples",
        SpatialFractionalMaxPooling.updateOutput))
    layer(
      "SpatialFractionalMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form("gradInput, input, gradOutput, indices: LongTensor", SpatialFractionalMaxPooling.updateGradInput))
    layer(
      "VolumetricFractionalMaxPooling.updateOutput", "the largest of each window, and its place",
      form(
        "output, indices: LongTensor, input, outputT, outputW, outputH, kT, kW, kH, samples",
        VolumetricFractionalMaxPooling.updateOutput))
    layer(
      "VolumetricFractionalMaxPooling.updateGradInput", "∂x = ∂y at the place of the largest",
      form("gradInput, input, gradOutput, indices: LongTensor", VolumetricFractionalMaxPooling.updateGradInput))
    layer(
      "SpatialMaxUnpooling.updateOutput", "each element at the place that its index names",
      form("output, input, indices: LongTensor, outputW, outputH", SpatialMaxUnpooling.updateOutput))
    layer(
      "SpatialMaxUnpooling.updateGradInput", "∂x = ∂y at those places",
      form("gradInput, input, gradOutput, indices: LongTensor", SpatialMaxUnpooling.updateGradInput))
    layer(
      "VolumetricMaxUnpooling.updateOutput", "each element at the place that its index names",
      form("output, input, indices: LongTensor, outputT, outputW, outputH", VolumetricMaxUnpooling.updateOutput))
    layer(
      "VolumetricMaxUnpooling.updateGradInput", "∂x = ∂y at those places",
      form("gradInput, input, gradOutput, indices: LongTensor", VolumetricMaxUnpooling.updateGradInput))
    layer(
      "SpatialAdaptiveAveragePooling.updateOutput", "the mean of each window",
      form("output, input, outputW, outputH", SpatialAdaptiveAveragePooling.updateOutput))
    layer(
      "SpatialAdaptiveAveragePooling.updateGradInput", "∂x = ∂y shared out over its window",
      form("gradInput, input, gradOutput, outputW, outputH", SpatialAdaptiveAveragePooling.updateGradInput))
    layer(
      "VolumetricAveragePooling.updateOutput", "the mean of each window",
      form(
        "output, input, kT, kW, kH, dT, dW, dH, padT, padW, padH, ceil, includingPad",
        VolumetricAveragePooling.updateOutput))
    layer(
      "VolumetricAveragePooling.updateGradInput", "∂x = ∂y shared out over its window",
      form(
        "gradInput, input, gradOutput, kT, kW, kH, dT, dW, dH, padT, padW, padH, ceil, includingPad",
        VolumetricAveragePooling.updateGradInput))
  }
}
