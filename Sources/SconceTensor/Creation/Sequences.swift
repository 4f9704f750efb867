import Glibc
import SconceErrors
import SconceKernels

extension Tensor {
  /// `first, first + step, …` up to `last`, which is among them if a step falls on it.
  ///
  /// - Types: every numeric one. In integer types the three numbers are cut off first.
  public func range(_ first: Double, _ last: Double, _ step: Double) throws(SconceError) {
    let check = Check("torch.range")
    let type = try check.numeric(self)
    let isInteger = type.rawValue < NumericDType.float.rawValue
    let (first, last, step) =
      isInteger
      ? (first.rounded(.towardZero), last.rounded(.towardZero), step.rounded(.towardZero)) : (first, last, step)
    try check(step != 0 && !step.isNaN, "expected a step other than 0, got \(shown(step))")
    try check(
      step > 0 ? last >= first : last <= first,
      "expected bounds in the direction of the step, got \(shown(first)) to \(shown(last)) in steps of \(shown(step))")
    let steps = (last - first) / step
    try check(
      steps < 0x1p48,
      "expected fewer than 2^48 elements, got \(shown(first)) to \(shown(last)) in steps of \(shown(step))")
    try setLine(Int(steps) + 1) { first + Double($0) * step }
  }

  /// `count` numbers from `first` to `last` at equal distances.
  ///
  /// - Types: Float and Double, and computed in them.
  public func linspace(_ first: Double, _ last: Double, _ count: Int) throws(SconceError) {
    let check = Check("torch.linspace"), place = try places(check, first, last, count)
    try setLine(count, place)
  }

  /// `count` powers of ten, the exponents from `first` to `last` at equal distances.
  public func logspace(_ first: Double, _ last: Double, _ count: Int) throws(SconceError) {
    let check = Check("torch.logspace"), place = try places(check, first, last, count)
    try setLine(count) { Glibc.pow(10, place($0)) }
  }

  private func places(_ check: Check, _ first: Double, _ last: Double, _ count: Int) throws(SconceError)
    -> (Int) -> Double
  {
    let type = try check.floating(self)
    try check(
      count > 1 || count == 1 && first == last,
      "expected two points or more (or one if both ends are the same), got \(count)")
    if count == 1 { return { _ in first } }
    if type == .double { return { first + Double($0) * (last - first) / Double(count - 1) } }
    let (first, last) = (Float(first), Float(last))
    return { Double(first + Float($0) * (last - first) / Float(count - 1)) }
  }

  /// Ones on the diagonal of a matrix of zeros.
  public func eye(_ rows: Int, _ columns: Int) throws(SconceError) {
    try Check("torch.eye")(rows > 0, "expected one row or more, got \(rows)")
    try resize([rows, columns > 0 ? columns : rows])
    try zero()
    for i in 0..<min(size(0), size(1)) { dtype.store(1, base + i * (stride(0) + stride(1)) * dtype.stride) }
  }

  /// Becomes a line of values; a tensor that has as many elements keeps how they lie.
  private func setLine(_ count: Int, _ value: (Int) -> Double) throws(SconceError) {
    if self.count != count { try resize([count]) }
    let dtype = dtype
    var i = 0
    forEachRun(self, self) { n, r, step, _, _ in
      for k in 0..<n { dtype.store(value(i + k), r + k * step * dtype.stride) }
      i += n
    }
  }

  /// All bits zero, in every type.
  public func zero() throws(SconceError) {
    let width = dtype.stride
    forEachRun(self, self) { count, r, step, _, _ in
      if step == 1 {
        memset(r, 0, count * width)
      } else {
        for i in 0..<count { memset(r + i * step * width, 0, width) }
      }
    }
  }
}
