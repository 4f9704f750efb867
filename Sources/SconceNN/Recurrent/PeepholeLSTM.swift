import SconceErrors
import SconceKernels
import SconceTensor

/// A step of long short-term memory whose gates see the cell, from the sums of what x and h⁻ bring to the gates:
///
/// `i, f = σ(a + p ∘ c⁻)`, `g = tanh(a)`, `c = f ∘ c⁻ + i ∘ g`, `o = σ(a + pᵒ ∘ c)`, `h = o ∘ tanh(c)`. Without the three p
/// no gate sees the cell.
///
/// - Sizes: `c0` H or N×H; gates N·4H in order i, f, o, g; each p H.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.LSTM: size mismatch: expected gates of size 4x20, got 4x12`.
/// - Source: Gers, Schraudolph and Schmidhuber, 2002. In scripts: `lua/rnn/LSTM.lua`.
public enum PeepholeLSTM {
  /// `output` and `cell` are resized, and may be those that the step before has left; the sums in `gates` become the gates.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ cell: Tensor, _ gates: Tensor, _ c0: Tensor, _ toInput: Tensor?, _ toForget: Tensor?,
    _ toOutput: Tensor?
  ) throws(SconceError) {
    let step = try Step(c0, gates, toInput, toForget, toOutput)
    try check.floating(c0, output, cell)
    try check.apart([output, cell, gates])
    try check.result(output, "output", as: c0, last: step.units)
    try check.result(cell, "cell", as: c0, last: step.units)
    let before = try c0.contiguous()
    let done = step.run { block in
      block.load(4, before.base, step: step.units)
      step.forward(block.elements, block.room)
      step.storeGates(block, gates)
      block.store(4, cell.base, step: step.units)
      block.store(5, output.base, step: step.units)
    }
    withExtendedLifetime(before) {}
    try check.enough(done)
  }

  /// `gradGates` is resized; `gradCell` has the gradient of c, which becomes that of c⁻.
  @Sendable public static func updateGradInput(
    _ gradGates: Tensor, _ gradCell: Tensor, _ gradOutput: Tensor, _ gates: Tensor, _ cell: Tensor, _ c0: Tensor,
    _ toInput: Tensor?, _ toForget: Tensor?, _ toOutput: Tensor?
  ) throws(SconceError) {
    let step = try Step(c0, gates, toInput, toForget, toOutput), (N, H) = (step.samples, step.units)
    try check.floating(c0, gradGates, gradCell, gradOutput)
    try check.floating(c0, cell)
    let after = try check.state(gradCell, "gradient of c", N, H), g = try check.state(gradOutput, "gradOutput", N, H)
    let c = try check.state(cell, "cell", N, H), before = try c0.contiguous()
    try check(after === gradCell, "expected a gradient of c whose rows lie in one line")
    try check.apart([gradGates, gradCell, gates])
    try gradGates.resize(as: gates)
    try check(gradGates.isContiguous, "expected contiguous gradients of gates, got other strides")
    let done = step.run { block in
      block.load(4, before.base, step: H)
      block.load(5, c.base, step: H)
      block.load(6, g.base, step: H)
      block.load(7, after.base, step: H)
      step.backward(block.elements, block.room)
      step.storeGates(block, gradGates)
      block.store(7, after.base, step: H)
    }
    withExtendedLifetime((before, c, g)) {}
    try check.enough(done)
  }

  private static let check = LSTM.check

  /// The sizes of a step, and what computes it.
  private struct Step {
    let units, samples: Int
    private let blocks: UnitBlocks, gates: Tensor, peepholes: [Tensor]
    let forward, backward: @Sendable (Int, UnsafeMutableRawPointer) -> Void

    init(_ c0: Tensor, _ gates: Tensor, _ toInput: Tensor?, _ toForget: Tensor?, _ toOutput: Tensor?)
      throws(SconceError)
    {
      let type = try check.floating(c0, gates, toInput, toForget)
      try check.floating(c0, toOutput)
      guard c0.dim == 1 || c0.dim == 2 else { throw check.mismatch(c0, "c0", "H or NxH") }
      (units, samples) = (c0.size(c0.dim - 1), c0.dim == 1 ? 1 : c0.size(0))
      if gates.count != samples * 4 * units || !gates.isContiguous {
        throw check.mismatch(gates, "gates", "\(samples)x\(4 * units)")
      }
      self.gates = gates
      blocks = UnitBlocks(units: units, samples: samples, type)
      guard let toInput, let toForget, let toOutput else {
        try check(toInput == nil && toForget == nil && toOutput == nil, "expected peepholes of three gates or of none")
        peepholes = []
        (forward, backward) = (kernels.recurrent.lstm[type].forward, kernels.recurrent.lstm[type].backward)
        return
      }
      var peepholes: [Tensor] = []
      for peephole in [toInput, toForget, toOutput] {
        try check.size(peephole, "a peephole", [units])
        peepholes.append(try peephole.contiguous())
      }
      self.peepholes = peepholes
      (forward, backward) = (rare.peepholes[type].forward, rare.peepholes[type].backward)
    }

    /// Calls `body` with each block, which has the gates in its first planes and the peepholes in its last.
    func run(_ body: (UnitBlock) -> Void) -> Bool {
      blocks.run(work: 64 * samples * units, planes: PeepholeKernel.planes) { block in
        for gate in 0..<4 { block.load(gate, gates.base, step: 4 * units, column: gate * units) }
        for (i, peephole) in peepholes.enumerated() { block.loadRow(8 + i, peephole.base) }
        body(block)
      }
    }
    func storeGates(_ block: UnitBlock, _ target: Tensor) {
      for gate in 0..<4 { block.store(gate, target.base, step: 4 * units, column: gate * units) }
    }
  }
}
