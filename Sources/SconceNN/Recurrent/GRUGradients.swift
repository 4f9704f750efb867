import SconceErrors
import SconceKernels
import SconceTensor

extension GRU {
  /// Gradients that the backward pass finds, besides that of the input: of the sums of r, u and g, for all steps; of h,
  /// at the call what comes from behind the last step, then what goes to before the first.
  public struct Gradients {
    public let gates, state: Tensor
    public init(gates: Tensor, state: Tensor) { (self.gates, self.state) = (gates, state) }
  }

  /// From the last step to the first, the gradients of the sums a as in ``GRUKernel``:
  /// `∂h⁻ = ∂h ∘ u + p ∘ r + ∂a[r, u]·Uᵀ` with `p = ∂a[g]·Uᵀ`; then `∂x = ∂a·Wᵀ` for all steps at once. `gates`, `output`
  /// and `kept` are those of the forward pass; without a `gradInput` that is not computed.
  public static func updateGradInput(
    _ gradInput: Tensor?, _ gradients: Gradients, _ gradOutput: Tensor, _ output: Tensor, gates: Tensor, h0: Tensor,
    _ weights: Weights, kept: Tensor?
  ) throws(SconceError) {
    let type = try check.floating(gradOutput, gradients.gates, gradients.state, output)
    try check.floating(gradOutput, gates, h0, kept)
    try check.floating(gradOutput, gradInput)
    let w = try Sizes(weights, gradOutput), at = try StepSizes(gradOutput, inputs: w.units, check)
    let (T, N, H) = (at.steps, at.samples, w.units), width = type.numeric.stride
    let h0 = try check.state(h0, "h0", N, H), gradOutput = try gradOutput.contiguous()
    let gates = try check.numbers(gates, "gates", [T, N, 3 * H])
    let output = try check.numbers(output, "output", [T, N, H])
    let kept = try kept.map { kept throws(SconceError) in
      try check.numbers(kept, "kept", kept.dim == 3 ? [T, N, 1] : [T, N])
    }
    try check.apart([gradInput, gradients.gates, gradients.state])
    let state = try check.state(gradients.state, "gradient of h", N, H)
    try check(state === gradients.state, "expected a gradient of the state whose rows lie in one line")
    try check.result(gradients.gates, "gradients of gates", as: gradOutput, last: 3 * H)
    if let gradInput { try check.result(gradInput, "gradInput", as: gradOutput, last: w.inputs) }

    let blocks = UnitBlocks(units: H, samples: N, type), kernel = kernels.recurrent.gru[type]
    let (carried, sums) = (state.base, gradients.gates.base)
    func mask(_ t: Int) -> UnsafeRawPointer? { kept.map { UnsafeRawPointer($0.base) + t * N * width } }
    func before(_ t: Int) -> UnsafeRawPointer {
      UnsafeRawPointer(t == 0 ? h0.base : output.base + (t - 1) * N * H * width)
    }
    /// What a step's output gets joins what later steps send back, which lies in `carried`.
    func join(_ t: Int) {
      kernels.pointwise.addScaled[type.numeric].call(
        N * H, carried, 1, carried, 1, gradOutput.base + t * N * H * width, 1, 1)
    }
    func candidate(_ t: Int, _ panels: Panels?) -> Bool {
      let now = gates.base + t * N * 3 * H * width, target = sums + t * N * 3 * H * width, kept = mask(t)
      return blocks.run(work: 2 * N * H * H, planes: GRUKernel.planes) { block in
        block.load(0, now, step: 3 * H, column: 2 * H)
        block.load(1, now, step: 3 * H, column: H)
        block.load(2, before(t), step: H)
        block.load(3, carried, step: H)
        if t < T - 1, let panels { block.multiply(3, 1, target + N * 3 * H * width, step: 3 * H, panels) }
        kernel.candidateGradient(block.elements, block.room)
        block.store(0, target, step: 3 * H, column: 2 * H, kept: kept)
        block.store(1, target, step: 3 * H, column: H, kept: kept)
        block.store(3, carried, step: H, kept: kept)
      }
    }
    func reset(_ t: Int, _ product: (UnitBlock, UnsafeMutableRawPointer) -> Void) -> Bool {
      let target = sums + t * N * 3 * H * width, kept = mask(t)
      return blocks.run(work: N * H * H, planes: GRUKernel.planes) { block in
        block.load(0, gates.base + t * N * 3 * H * width, step: 3 * H)
        block.load(1, before(t), step: H)
        product(block, target)
        block.load(3, carried, step: H)
        kernel.resetGradient(block.elements, block.room)
        block.store(0, target, step: 3 * H, kept: kept)
        block.store(3, carried, step: H, kept: kept)
      }
    }
    join(T - 1)
    let all = Matrix(flattening: gradients.gates), both = all.columns(0..<2 * H), third = all.columns(2 * H..<3 * H)
    if T == 1 {
      try check.enough(candidate(0, nil))
      let product = Tensor(output.dtype)
      try product.resize([N, H])
      try Matrix(rows: product).accumulate(0, 1, third, Matrix(rows: weights.candidate.state).transposed)
      try check.enough(reset(0) { block, _ in block.load(2, product.base, step: H) })
      try Matrix(flattening: gradients.state, rows: N).accumulate(
        1, 1, both, Matrix(rows: weights.gates.state).transposed)
    } else {
      let room = Panels.bytes(depth: 2 * H, gates: 1, blocks), more = Panels.bytes(depth: H, gates: 1, blocks)
      try check.enough(
        Scratch.with(bytes: room + more) { scratch in
          let first = Panels(Matrix(rows: weights.gates.state).transposed, nil, blocks, in: scratch)
          let second = Panels(Matrix(rows: weights.candidate.state).transposed, nil, blocks, in: scratch + room)
          for t in (0..<T).reversed() {
            let isDone =
              candidate(t, first)
              && reset(t) { block, target in
                block.multiply(2, 0, target + 2 * H * width, step: 3 * H, second)
              }
            guard isDone else { return false }
            if t > 0 { join(t - 1) }
          }
          return blocks.run(work: 2 * N * H * H, planes: 1) { block in
            block.load(0, carried, step: H)
            block.multiply(0, 1, sums, step: 3 * H, first)
            block.store(0, carried, step: H)
          }
        })
    }
    withExtendedLifetime((h0, gates, output, gradOutput, kept)) {}
    guard let gradInput else { return }
    let dx = Matrix(flattening: gradInput)
    try dx.accumulate(0, 1, both, Matrix(rows: weights.gates.input).transposed)
    try dx.accumulate(1, 1, third, Matrix(rows: weights.candidate.input).transposed)
  }

  /// `∂W += s·xᵀ·∂a`, `∂U += s·h⁻ᵀ·∂a[r, u]` and `s·(r ∘ h⁻)ᵀ·∂a[g]`, `∂b += s·Σ∂a`, over all samples and steps.
  public static func accGradParameters(
    _ accumulated: Weights, _ input: Tensor, h0: Tensor, _ output: Tensor, product: Tensor, gradGates: Tensor,
    _ scale: Double
  ) throws(SconceError) {
    let w = try Sizes(accumulated, input), at = try StepSizes(input, inputs: w.inputs, check)
    let (T, N, H) = (at.steps, at.samples, w.units)
    try check.floating(input, h0, output, gradGates)
    try check.floating(input, product)
    let h0 = try check.state(h0, "h0", N, H), x = try input.contiguous()
    let output = try check.numbers(output, "output", [T, N, H])
    let product = try check.numbers(product, "product", [T, N, H])
    let sums = try check.numbers(gradGates, "gradients of gates", [T, N, 3 * H])
    let all = Matrix(flattening: sums), both = all.columns(0..<2 * H), third = all.columns(2 * H..<3 * H)
    for (part, gradient) in [(accumulated.gates, both), (accumulated.candidate, third)] {
      try Matrix(rows: part.input).accumulate(1, scale, Matrix(flattening: x).transposed, gradient)
      if let bias = part.bias { Matrix(rows: bias).addSum(ofRows: gradient, scale: scale) }
    }
    let state = Matrix(rows: accumulated.gates.state)
    try state.accumulate(1, scale, Matrix(flattening: h0, rows: N).transposed, both.rows(0..<N))
    if T > 1 {
      let before = Matrix(flattening: output).rows(0..<(T - 1) * N)
      try state.accumulate(1, scale, before.transposed, both.rows(N..<T * N))
    }
    try Matrix(rows: accumulated.candidate.state).accumulate(
      1, scale, Matrix(flattening: product).transposed, third)
  }
}
