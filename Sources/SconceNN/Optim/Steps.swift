import SconceKernels
import SconceTensor

/// The steps of optimizers, each in one go through memory. Their formulas, with sources, stand with `lua/optim`.
///
/// - Sizes: tensors of as many elements as `x`, contiguous; Float or Double, one for all.
/// - All but what is said to be a setting is changed in place: `x`, what the optimizer remembers, and, with a weight
///   decay, the gradient `g`.
/// - They return whether they could: false, with nothing changed, for other layouts and for tensors that share a part of
///   their elements.
public enum Steps {
  /// `x −= rate · g`, the step number `t`; neither it nor the rate may be NaN.
  @Sendable public static func descent(_ x: Tensor, _ g: Tensor, _ rate: Double, _ t: Double) -> Bool {
    if rate.isNaN || t.isNaN { return false }
    guard let all = FlatVectors(x, g) else { return false }
    all.forEachBlock { it in it.add(0, 0, -rate, 1) }
    return true
  }

  /// `v = momentum · v + fresh · g`, `x −= rate · v`; without `v`, of `g`; with `nesterov`, of `g + momentum · v`.
  /// `rates`, a factor of the rate for each element, come with `scaled`, for what they make of the direction.
  @Sendable public static func sgd(
    _ x: Tensor, _ g: Tensor, _ rate: Double, _ decay: Double, _ v: Tensor?, _ momentum: Double, _ fresh: Double,
    _ nesterov: Bool, _ rates: Tensor?, _ scaled: Tensor?
  ) -> Bool {
    guard let all = FlatVectors(x, g, v, rates, scaled) else { return false }
    let direction = v == nil || nesterov ? 1 : 2
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      if v != nil {
        it.multiply(2, 2, momentum)
        it.add(2, 2, fresh, 1)
        if nesterov { it.add(1, 1, momentum, 2) }
      }
      if rates != nil { it.multiply(4, 3, with: direction) }
      it.add(0, 0, -rate, rates == nil ? direction : 4)
    }
    return true
  }

  /// `x −= rate · g`, `v = momentum · v − rate · g`; `rates` and `scaled` as in ``sgd``.
  @Sendable public static func nag(
    _ x: Tensor, _ g: Tensor, _ v: Tensor, _ rate: Double, _ decay: Double, _ momentum: Double, _ rates: Tensor?,
    _ scaled: Tensor?
  ) -> Bool {
    guard let all = FlatVectors(x, g, v, rates, scaled) else { return false }
    let direction = rates == nil ? 1 : 4
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      if rates != nil { it.multiply(4, 3, with: 1) }
      it.add(0, 0, -rate, direction)
      it.multiply(2, 2, momentum)
      it.add(2, 2, -rate, direction)
    }
    return true
  }

  /// `m = β₁ · m + (1 − β₁) · g`, `v = β₂ · v + (1 − β₂) · g²`, `root = √v + ε`, `x −= rate · m / root`
  @Sendable public static func adam(
    _ x: Tensor, _ g: Tensor, _ m: Tensor, _ v: Tensor, _ root: Tensor, _ rate: Double, _ decay: Double,
    _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) -> Bool {
    guard let all = FlatVectors(x, g, m, v, root) else { return false }
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      it.multiply(2, 2, beta1)
      it.add(2, 2, 1 - beta1, 1)
      it.multiply(3, 3, beta2)
      it.add(3, 1 - beta2, 1, times: 1)
      it.root(4, 3)
      it.add(4, 4, epsilon)
      it.add(0, -rate, 2, over: 4)
    }
    return true
  }

  /// `m = β₁ · m + (1 − β₁) · g`, `u = max(β₂ · u, |g| + ε)`, `x −= rate · m / u`; `rows` keeps what u is the larger of.
  @Sendable public static func adamax(
    _ x: Tensor, _ g: Tensor, _ m: Tensor, _ u: Tensor, _ rows: Tensor, _ rate: Double, _ decay: Double,
    _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) -> Bool {
    guard var all = FlatVectors(x, g, m, u), rows.dtype == x.dtype, rows.count == 2 * x.count, rows.isContiguous,
      all.place(4, rows.base), all.place(5, rows.base + all.bytes)
    else { return false }
    let vectors = all
    vectors.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      it.multiply(2, 2, beta1)
      it.add(2, 2, 1 - beta1, 1)
      it.multiply(4, 3, beta2)
      it.magnitude(5, 1)
      it.add(5, 5, epsilon)
      it.largest(3, 4, 5)
      it.add(0, -rate, 2, over: 3)
    }
    return true
  }

  /// `s += g²`, `root = √s + 1e-10`, `x −= rate · g / root`
  @Sendable public static func adagrad(
    _ x: Tensor, _ g: Tensor, _ s: Tensor, _ root: Tensor, _ rate: Double, _ decay: Double
  ) -> Bool {
    guard let all = FlatVectors(x, g, s, root) else { return false }
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      it.add(2, 1, 1, times: 1)
      it.root(3, 2)
      it.add(3, 3, 1e-10)
      it.add(0, -rate, 1, over: 3)
    }
    return true
  }

  /// `s = ρ · s + (1 − ρ) · g²`, `root = √(s + ε)`, `d = √(a + ε) / root · g`, `x −= d`, `a = ρ · a + (1 − ρ) · d²`
  @Sendable public static func adadelta(
    _ x: Tensor, _ g: Tensor, _ s: Tensor, _ root: Tensor, _ d: Tensor, _ a: Tensor, _ decay: Double, _ rho: Double,
    _ epsilon: Double
  ) -> Bool {
    guard let all = FlatVectors(x, g, s, root, d, a) else { return false }
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      it.multiply(2, 2, rho)
      it.add(2, 1 - rho, 1, times: 1)
      it.add(3, 2, epsilon)
      it.root(3, 3)
      it.add(4, 5, epsilon)
      it.root(4, 4)
      it.divide(4, by: 3)
      it.multiply(4, 4, with: 1)
      it.add(0, 0, -1, 4)
      it.multiply(5, 5, rho)
      it.add(5, 1 - rho, 4, times: 4)
    }
    return true
  }

  /// `m = α · m + (1 − α) · g²`, `root = √m + ε`, `x −= rate · g / root`
  @Sendable public static func rmsprop(
    _ x: Tensor, _ g: Tensor, _ m: Tensor, _ root: Tensor, _ rate: Double, _ decay: Double, _ alpha: Double,
    _ epsilon: Double
  ) -> Bool {
    guard let all = FlatVectors(x, g, m, root) else { return false }
    all.forEachBlock { it in
      if decay != 0 { it.add(1, 1, decay, 0) }
      it.multiply(2, 2, alpha)
      it.add(2, 1 - alpha, 1, times: 1)
      it.root(3, 2)
      it.add(3, 3, epsilon)
      it.add(0, -rate, 1, over: 3)
    }
    return true
  }

  /// `x = keep · x − rate · g`, `a += share · (x − a)`; with a share of 1, a is x itself. `difference` keeps what is added.
  @Sendable public static func asgd(
    _ x: Tensor, _ g: Tensor, _ a: Tensor, _ difference: Tensor, _ rate: Double, _ keep: Double, _ share: Double
  ) -> Bool {
    guard let all = FlatVectors(x, g, a, difference) else { return false }
    all.forEachBlock { it in
      it.multiply(0, 0, keep)
      it.add(0, 0, -rate, 1)
      if share == 1 { return it.multiply(2, 0, 1) }
      it.add(3, 0, -1, 2)
      it.multiply(3, 3, share)
      it.add(2, 2, 1, 3)
    }
    return true
  }

  /// With `p = g · before`: `size` grows where p is above 0 and shrinks where it is below, within bounds; g becomes 0
  /// where p is below 0; `x −= size · sign g`, `before = g`. `isAbove`, `isBelow`, `isZero` say what p was, and
  /// `isOutside` where size was below its bound: ByteTensors.
  @Sendable public static func rprop(
    _ x: Tensor, _ g: Tensor, _ before: Tensor, _ size: Tensor, _ sign: Tensor, _ isAbove: Tensor, _ isBelow: Tensor,
    _ isZero: Tensor, _ isOutside: Tensor, _ grow: Double, _ shrink: Double, _ least: Double, _ most: Double
  ) -> Bool {
    guard let v = FlatVectors(x, g, before, size, sign), v.areDistinct(5),
      let answers = flatBytes(x.count, isAbove, isBelow, isZero, isOutside)
    else { return false }
    let vectors = ResilientVectors(
      x: v[0], gradient: v[1], before: v[2], size: v[3], sign: v[4], isAbove: answers[0], isBelow: answers[1],
      isZero: answers[2], isOutside: answers[3])
    let settings = ResilientSettings(grow: grow, shrink: shrink, least: least, most: most)
    let kernel = portable.resilientStep[x.dtype == .float ? .float : .double]
    inChunks(of: x.count) { first, end in kernel.call(first, end, vectors, settings) }
    return true
  }
}
