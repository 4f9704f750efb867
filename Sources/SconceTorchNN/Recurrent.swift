import SconceErrors
import SconceLua
import SconceNN
import SconceTensor

extension Library {
  mutating func recurrent() {
    layer(
      "LSTM.updateOutput", "c = f ∘ c⁻ + i ∘ g and h = o ∘ tanh(c), for each step",
      form(
        "output, gates, cell, hidden, input, h0, c0, inputWeight, stateWeight, bias, projection, order, kept",
        runLSTM))
    layer(
      "LSTM.updateGradInput", "∂x, ∂h⁻, ∂c⁻ and the gradients of the gates' sums, from the last step to the first",
      form(
        "gradInput, gradGates, gradState, gradCell, gradProjected, gradOutput, gates, cell, c0, inputWeight, stateWeight, projection, order, kept",
        differentiateLSTM))
    layer(
      "LSTM.accGradParameters", "∂W += s·xᵀ·∂a, ∂U += s·h⁻ᵀ·∂a, ∂b += s·Σ∂a, over all steps",
      form(
        "gradInputWeight, gradStateWeight, gradBias, gradProjection, input, h0, output, hidden, gradGates, gradProjected, order, scale",
        accumulateLSTM))
    layer(
      "PeepholeLSTM.updateOutput", "c and h of a step, from the sums of its gates, which become the gates",
      form("output, cell, gates, c0, toInput, toForget, toOutput", PeepholeLSTM.updateOutput))
    layer(
      "PeepholeLSTM.updateGradInput", "the gradients of the gates' sums and of c⁻",
      form(
        "gradGates, gradCell, gradOutput, gates, cell, c0, toInput, toForget, toOutput", PeepholeLSTM.updateGradInput))
    layer(
      "GRU.updateOutput", "h = (1 − u) ∘ g + u ∘ h⁻, for each step",
      form(
        "output, gates, product, input, h0, inputGates, stateGates, biasGates, inputCandidate, stateCandidate, biasCandidate, kept",
        runGRU))
    layer(
      "GRU.updateGradInput", "∂x, ∂h⁻ and the gradients of the gates' sums, from the last step to the first",
      form(
        "gradInput, gradGates, gradState, gradOutput, output, gates, h0, inputGates, stateGates, inputCandidate, stateCandidate, kept",
        differentiateGRU))
    layer(
      "GRU.accGradParameters", "∂W += s·xᵀ·∂a, ∂U += s·h⁻ᵀ·∂a, ∂b += s·Σ∂a, over all steps",
      form(
        "gradInputGates, gradStateGates, gradBiasGates, gradInputCandidate, gradStateCandidate, gradBiasCandidate, input, h0, output, product, gradGates, scale",
        accumulateGRU))
  }
}

private func order(_ name: String) throws(SconceError) -> GateOrder {
  guard let order = GateOrder(rawValue: name) else {
    throw SconceError("nn.LSTM: expected the gates in the order ifog or igfo, got \(name)", signed: true)
  }
  return order
}

@Sendable private func runLSTM(
  _ output: Tensor, _ gates: Tensor, _ cell: Tensor, _ hidden: Tensor?, _ input: Tensor, _ h0: Tensor, _ c0: Tensor,
  _ inputWeight: Tensor, _ stateWeight: Tensor, _ bias: Tensor?, _ projection: Tensor?, _ name: String, _ kept: Tensor?
) throws(SconceError) {
  try LSTM.updateOutput(
    output, .init(gates: gates, cell: cell, hidden: hidden), input, h0: h0, c0: c0,
    .init(input: inputWeight, state: stateWeight, bias: bias, projection: projection, order: order(name)), kept: kept)
}
@Sendable private func differentiateLSTM(
  _ gradInput: Tensor?, _ gradGates: Tensor, _ gradState: Tensor, _ gradCell: Tensor, _ gradProjected: Tensor?,
  _ gradOutput: Tensor, _ gates: Tensor, _ cell: Tensor, _ c0: Tensor, _ inputWeight: Tensor, _ stateWeight: Tensor,
  _ projection: Tensor?, _ name: String, _ kept: Tensor?
) throws(SconceError) {
  try LSTM.updateGradInput(
    gradInput, .init(gates: gradGates, state: gradState, cell: gradCell, projected: gradProjected), gradOutput,
    .init(gates: gates, cell: cell, hidden: nil), c0: c0,
    .init(input: inputWeight, state: stateWeight, bias: nil, projection: projection, order: order(name)), kept: kept)
}
@Sendable private func accumulateLSTM(
  _ gradInputWeight: Tensor, _ gradStateWeight: Tensor, _ gradBias: Tensor?, _ gradProjection: Tensor?,
  _ input: Tensor, _ h0: Tensor, _ output: Tensor, _ hidden: Tensor?, _ gradGates: Tensor, _ gradProjected: Tensor?,
  _ name: String, _ scale: Double
) throws(SconceError) {
  try LSTM.accGradParameters(
    .init(
      input: gradInputWeight, state: gradStateWeight, bias: gradBias, projection: gradProjection, order: order(name)),
    input, h0: h0, output, hidden: hidden, gradGates: gradGates, gradProjected: gradProjected, scale)
}

@Sendable private func runGRU(
  _ output: Tensor, _ gates: Tensor, _ product: Tensor, _ input: Tensor, _ h0: Tensor, _ inputGates: Tensor,
  _ stateGates: Tensor, _ biasGates: Tensor?, _ inputCandidate: Tensor, _ stateCandidate: Tensor,
  _ biasCandidate: Tensor?, _ kept: Tensor?
) throws(SconceError) {
  try GRU.updateOutput(
    output, .init(gates: gates, product: product), input, h0: h0,
    .init(
      gates: .init(input: inputGates, state: stateGates, bias: biasGates),
      candidate: .init(input: inputCandidate, state: stateCandidate, bias: biasCandidate)), kept: kept)
}
@Sendable private func differentiateGRU(
  _ gradInput: Tensor?, _ gradGates: Tensor, _ gradState: Tensor, _ gradOutput: Tensor, _ output: Tensor,
  _ gates: Tensor, _ h0: Tensor, _ inputGates: Tensor, _ stateGates: Tensor, _ inputCandidate: Tensor,
  _ stateCandidate: Tensor, _ kept: Tensor?
) throws(SconceError) {
  try GRU.updateGradInput(
    gradInput, .init(gates: gradGates, state: gradState), gradOutput, output, gates: gates, h0: h0,
    .init(
      gates: .init(input: inputGates, state: stateGates, bias: nil),
      candidate: .init(input: inputCandidate, state: stateCandidate, bias: nil)), kept: kept)
}
@Sendable private func accumulateGRU(
  _ gradInputGates: Tensor, _ gradStateGates: Tensor, _ gradBiasGates: Tensor?, _ gradInputCandidate: Tensor,
  _ gradStateCandidate: Tensor, _ gradBiasCandidate: Tensor?, _ input: Tensor, _ h0: Tensor, _ output: Tensor,
  _ product: Tensor, _ gradGates: Tensor, _ scale: Double
) throws(SconceError) {
  try GRU.accGradParameters(
    .init(
      gates: .init(input: gradInputGates, state: gradStateGates, bias: gradBiasGates),
      candidate: .init(input: gradInputCandidate, state: gradStateCandidate, bias: gradBiasCandidate)),
    input, h0: h0, output, product: product, gradGates: gradGates, scale)
}
