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
  }
}
