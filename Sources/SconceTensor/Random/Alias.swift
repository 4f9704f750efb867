import SconceErrors
import SconceKernels

/// Drawing categories by weight in constant time: category k stands for itself with a chance of its own, and else for
/// another, its alias.
///
/// Tables and draws are made in the original's order, from the same random numbers. Two defects of the original are not
/// kept: it counts its table of aliases down by one at each call, and it never draws the first category as an alias.
/// - Source: Walker, 1977, doi:10.1145/355744.355749.
public enum Alias {
  /// The tables for `chances`, which sum to 1.
  ///
  /// - chances: a vector, Float or Double. `aliases`: Long, counted from `base`. `own`: the type of `chances`.
  public static func setUp(_ chances: Tensor, aliases: Tensor, own: Tensor, base: Int = 0) throws(SconceError) {
    let check = Check("torch.multinomialAliasSetup")
    let type = try check.floating(chances, own)
    try check(aliases.dtype == .long, "expected torch.LongTensor for aliases, got \(aliases.dtype.typename)")
    try check(chances.dim == 1, "expected a vector of chances, got \(chances.extent)")
    let n = chances.count
    let tables = type == .float ? tables(Float.self, chances) : tables(Double.self, chances)
    // Also what is no number at all is no chance.
    try check(tables.own.allSatisfy { $0 > 0 }, "expected chances above 0 that sum to 1")
    try aliases.resize([n])
    try own.resize([n])
    let width = own.dtype.stride, dtype = own.dtype
    for k in 0..<n {
      aliases.base.assumingMemoryBound(to: Int64.self)[k * aliases.stride(0)] = Int64(tables.alias[k] + base)
      dtype.store(tables.own[k], own.base + k * own.stride(0) * width)
    }
  }

  private static func tables<T: FloatElement>(_: T.Type, _ chances: Tensor) -> (alias: [Int], own: [Double]) {
    let n = chances.count, p = chances.base.assumingMemoryBound(to: T.self), step = chances.stride(0)
    var own = [T](), alias = [Int](repeating: 0, count: n), small = [Int](), large = [Int]()
    for k in 0..<n {
      own.append(T(n) * p[k * step])
      if own[k] < 1 { small.append(k) } else { large.append(k) }
    }
    while let s = small.last, let l = large.last {
      alias[s] = l
      own[l] -= 1 - own[s]
      if own[l] < 1 {
        small[small.count - 1] = l
        large.removeLast()
      } else {
        small.removeLast()
      }
    }
    // Rounding may leave one above 1. What is wrong is left for the caller to find.
    guard let most = own.max(), own.allSatisfy({ $0 > 0 }) else { return (alias, own.map(Double.init)) }
    for k in 0..<n where most > 1 { own[k] /= most }
    // What is left over in either pile stands for itself.
    for k in small + large { own[k] = 1 }
    return (alias, own.map(Double.init))
  }

  /// A category for every element of `result`, from tables that ``setUp(_:aliases:own:base:)`` made.
  public static func draw(_ result: Tensor, _ generator: Generator, aliases: Tensor, own: Tensor, base: Int = 0)
    throws(SconceError)
  {
    let check = Check("torch.multinomialAlias")
    try check.floating(own)
    for t in [result, aliases] {
      try check(t.dtype == .long, "expected torch.LongTensor, got \(t.dtype.typename)")
    }
    let n = own.count, dtype = own.dtype, from = own.base
    try check(
      aliases.dim == 1 && own.dim == 1 && aliases.count == n && n > 0,
      "expected two vectors of one size, got \(aliases.extent) and \(own.extent)")
    let places = aliases.base.assumingMemoryBound(to: Int64.self), step = own.stride(0) * dtype.stride
    for k in 0..<n {
      let alias = Int(places[k * aliases.stride(0)]), chance = dtype.load(from + k * step)
      try check(
        alias >= base && alias - base < n && chance >= 0 && chance <= 1,
        "expected tables that torch.multinomialAliasSetup made, got alias \(alias) with chance \(shown(chance))")
    }
    result.fillEach {
      let k = min(Int(generator.uniform(0, Double(n))), n - 1)
      let stands = generator.bernoulli(dtype.load(from + k * step)) != 0
      return stands ? Double(k + base) : Double(places[k * aliases.stride(0)])
    }
  }
}
