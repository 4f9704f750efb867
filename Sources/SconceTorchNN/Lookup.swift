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
  }
}
