import SconceLua
import SconceNN

extension Library {
  mutating func criterions() {
    layer(
      "ClassNLLCriterion.updateOutput", "mean of −x[t]",
      form(
        "output, totalWeight, input, target: LongTensor, weights, sizeAverage, ignoreIndex",
        ClassNLLCriterion.updateOutput))
    layer(
      "ClassNLLCriterion.updateGradInput", "∂x[t] = −1 / n",
      form(
        "gradInput, input, target: LongTensor, weights, totalWeight, sizeAverage, ignoreIndex",
        ClassNLLCriterion.updateGradInput))
    layer(
      "MultiMarginCriterion.updateOutput", "mean of max (0, margin − x[t] + x[c])ᵖ",
      form(
        "input, target: LongTensor, weights, p, margin, sizeAverage", MultiMarginCriterion.updateOutput))
    layer(
      "MultiMarginCriterion.updateGradInput", "∂x[c] and ∂x[t] of each c that comes too near",
      form(
        "gradInput, input, target: LongTensor, weights, p, margin, sizeAverage",
        MultiMarginCriterion.updateGradInput))
    layer(
      "MultiLabelMarginCriterion.updateOutput", "mean of max (0, 1 − x[t] + x[c])",
      form("isTarget, input, target: LongTensor, sizeAverage", MultiLabelMarginCriterion.updateOutput))
    layer(
      "MultiLabelMarginCriterion.updateGradInput", "∂x[c] and ∂x[t] of each c that comes too near",
      form(
        "gradInput, isTarget, input, target: LongTensor, sizeAverage",
        MultiLabelMarginCriterion.updateGradInput))
  }

  /// Losses that are sums over elements, with weights and a parameter p.
  mutating func losses() {
    layer(
      "MSECriterion.updateOutput", "mean of w·f, f = (x − t)²",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.squared.updateOutput))
    layer(
      "MSECriterion.updateGradInput", "∂x = w·f′ / n, f′ = 2·(x − t)",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.squared.updateGradInput))
    layer(
      "AbsCriterion.updateOutput", "mean of w·f, f = |x − t|",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.absolute.updateOutput))
    layer(
      "AbsCriterion.updateGradInput", "∂x = w·f′ / n, f′ = ±1",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.absolute.updateGradInput))
    layer(
      "SmoothL1Criterion.updateOutput", "mean of w·f, f = (x − t)² / 2, straight from 1 on",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.smoothAbsolute.updateOutput))
    layer(
      "SmoothL1Criterion.updateGradInput", "∂x = w·f′ / n, f′ = x − t, at most ±1",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.smoothAbsolute.updateGradInput))
    layer(
      "SoftMarginCriterion.updateOutput", "mean of w·f, f = log (1 + e⁻ˣᵗ)",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.softMargin.updateOutput))
    layer(
      "SoftMarginCriterion.updateGradInput", "∂x = w·f′ / n, f′ = −t / (1 + eˣᵗ)",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.softMargin.updateGradInput))
    layer(
      "MarginCriterion.updateOutput", "mean of w·f, f = max (0, p − x·t)",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.margin.updateOutput))
    layer(
      "MarginCriterion.updateGradInput", "∂x = w·f′ / n, f′ = −t where x·t < p",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.margin.updateGradInput))
    layer(
      "DistKLDivCriterion.updateOutput", "mean of w·f, f = t·(log t − x)",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.divergence.updateOutput))
    layer(
      "DistKLDivCriterion.updateGradInput", "∂x = w·f′ / n, f′ = −t",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.divergence.updateGradInput))
    layer(
      "BCECriterion.updateOutput", "mean of w·f, f = −t·log x − (1 − t)·log (1 − x)",
      form("input, target, weights, sizeAverage, p", ElementwiseCriterion.binaryCrossEntropy.updateOutput))
    layer(
      "BCECriterion.updateGradInput", "∂x = w·f′ / n, f′ = (x − t) / (x·(1 − x))",
      form("gradInput, input, target, weights, sizeAverage, p", ElementwiseCriterion.binaryCrossEntropy.updateGradInput)
    )
  }
}
