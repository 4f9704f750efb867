import SconceLua
import SconceNN

extension Library {
  mutating func lookup() {
    layer(
      "LookupTable.updateOutput", "rows of the weight",
      form("output, input: LongTensor, weight", LookupTable.updateOutput))
    layer(
      "LookupTable.accGradParameters", "∂W[i] += s·∂y[n]",
      form("gradWeight, input: LongTensor, gradOutput, paddingValue, byFrequency, scale", LookupTable.accGradParameters)
    )
    layer(
      "LookupTable.renorm", "rows no longer than maxNorm",
      form("input: LongTensor, weight, maxNorm, normType", LookupTable.renorm))
    layer(
      "IndexLinear.updateOutput", "y = Σ x[i]·W[key i] + b",
      form(
        "output, keys: LongTensor, values, sizes: LongTensor, weight, bias, normalizedValues, offset, training",
        IndexLinear.updateOutput))
    layer(
      "IndexLinear.accGradParameters", "∂W, a row for each entry, and ∂b",
      form(
        "gradWeight, gradBias, keys: LongTensor, values, sizes: LongTensor, gradOutput, weight, offset, scale",
        IndexLinear.accGradParameters))
    layer(
      "IndexLinear.accUpdateGradParameters", "W −= s·∂W, entry by entry",
      form(
        "weight, bias, keys: LongTensor, values, sizes: LongTensor, gradOutput, offset, weightDecay, scale",
        IndexLinear.accUpdateGradParameters))
    layer(
      "IndexLinear.updateParameters", "W −= r·∂W for gradients of entries",
      form(
        "weight, bias, keys: LongTensor, gradWeight, gradBias, offset, weightDecay, learningRate",
        IndexLinear.updateParameters))
  }
}
