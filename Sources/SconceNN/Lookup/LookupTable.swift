import Glibc
import SconceErrors
import SconceKernels
import SconceTensor

/// Rows of a matrix, looked up by number.
///
/// - Sizes: `weight` M×K, `indices` N (or N1×N2) numbers from 1 to M, `output` N×K (or N1×N2×K).
/// - Types: `weight` Float or Double, `indices` Long.
/// - In scripts: `lua/nn/LookupTable.lua`.
public enum LookupTable {
  /// `output` is resized.
  @Sendable public static func updateOutput(_ output: Tensor, _ indices: Tensor, _ weight: Tensor) throws(SconceError) {
    try check.floating(output, weight)
    let (rows, k) = try table(indices, weight, "weight")
    try output.resize(indices.dim + 1) { $0 < indices.dim ? indices.size($0) : k }
    let target = output.isContiguous ? output : Tensor(output.dtype, in: output.storage.memory)
    try target.resize(as: output)
    let row = k * weight.dtype.stride
    if weight.isContiguous {
      for (n, i) in rows.enumerated() where k > 0 {
        (target.base + n * row).copyMemory(from: weight.base + i * row, byteCount: row)
      }
    } else {
      for (n, i) in rows.enumerated() {
        copyRow(target.base + n * row, weight.base + i * weight.stride(0) * weight.dtype.stride, weight)
      }
    }
    if target !== output { try output.copy(target) }
  }

  /// `∂W[i] += s·∂y[n]` for each number `i`, in order; rows of `padding` get none. With `byFrequency` each is divided by
  /// how often its number comes in this call.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ indices: Tensor, _ gradOutput: Tensor, _ padding: Int, _ byFrequency: Bool, _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(gradWeight, gradOutput)
    let (rows, k) = try table(indices, gradWeight, "gradWeight")
    try check(
      gradOutput.count == rows.count * k && gradOutput.dim == indices.dim + 1 && gradOutput.size(indices.dim) == k,
      "size mismatch: expected gradOutput of size \(indices.extent)x\(k), got \(gradOutput.extent)")
    let g = try gradOutput.contiguous()
    var frequency: [Int: Int] = [:]
    if byFrequency { for i in rows { frequency[i, default: 0] += 1 } }
    let kernel = kernels.pointwise.addScaled[type.numeric], width = gradWeight.dtype.stride
    for (n, i) in rows.enumerated() where i != padding - 1 {
      let row = gradWeight.base + i * gradWeight.stride(0) * width, step = gradWeight.stride(1)
      kernel.call(
        k, row, step, row, step, g.base + n * k * width, 1, byFrequency ? scale / Double(frequency[i]!) : scale)
    }
  }

  /// Rows that are looked up and longer than `maxNorm` (in the norm of order `p`) are made as long.
  @Sendable public static func renorm(_ indices: Tensor, _ weight: Tensor, _ maxNorm: Double, _ p: Double)
    throws(SconceError)
  {
    let type = try check.floating(weight)
    try check(p > 0, "expected a norm of order above 0, got \(p)")
    let (rows, k) = try table(indices, weight, "weight")
    let kernel = kernels.pointwise.times[type.numeric], step = weight.stride(1)
    for i in Set(rows).sorted() {
      let row = weight.base + i * weight.stride(0) * weight.dtype.stride
      let length =
        type == .float
        ? norm(row.assumingMemoryBound(to: Float.self), k, step, p)
        : norm(row.assumingMemoryBound(to: Double.self), k, step, p)
      // The original's guard against a division by 0.
      if length > maxNorm { kernel.call(k, row, step, row, step, maxNorm / (length + 1e-7)) }
    }
  }

  /// The rows that are asked for, from 0 on, and the columns.
  private static func table(_ indices: Tensor, _ weight: Tensor, _ label: StaticString) throws(SconceError)
    -> (rows: [Int], columns: Int)
  {
    if weight.dim != 2 { throw check.mismatch(weight, label, "MxK") }
    guard indices.dim == 1 || indices.dim == 2 else { throw check.mismatch(indices, "input", "N or N1xN2") }
    let list = try indices.contiguous(), numbers = list.base.assumingMemoryBound(to: Int.self)
    var rows: [Int] = []
    rows.reserveCapacity(list.count)
    for n in 0..<list.count {
      try check(
        numbers[n] >= 1 && numbers[n] <= weight.size(0),
        "index out of range: expected indices from 1 to \(weight.size(0)), got \(numbers[n])")
      rows.append(numbers[n] - 1)
    }
    return (rows, weight.size(1))
  }

  private static func norm<T: BinaryFloatingPoint>(_ row: UnsafePointer<T>, _ count: Int, _ step: Int, _ p: Double)
    -> Double
  {
    var sum = 0.0
    for j in 0..<count {
      let x = abs(Double(row[j * step]))
      sum += p == 1 ? x : p == 2 ? x * x : pow(x, p)
    }
    return p == 1 ? sum : p == 2 ? sum.squareRoot() : pow(sum, 1 / p)
  }

  private static func copyRow(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ weight: Tensor) {
    let width = weight.dtype.stride
    for j in 0..<weight.size(1) {
      (to + j * width).copyMemory(from: from + j * weight.stride(1) * width, byteCount: width)
    }
  }
}

private let check = Check("nn.LookupTable")
