import CLapack
import SconceErrors
import SconceKernels

/// LAPACK for one call of one function: its table for the type of the call, and what all of its functions need.
struct Lapack {
  let functions: UnsafePointer<sc_lapack>, type: FloatDType, check: Check

  /// Opens the library at the first use in the process.
  ///
  /// - a: the matrix to be worked on. Several threads only serve where it is large, since they wait for each other
  ///   spinning: on a machine that is busy otherwise, a matrix of 400x400 took them five times as long as one alone.
  init(_ check: Check, _ type: FloatDType, for a: Tensor) throws(SconceError) {
    switch LapackLibrary.standard {
    case .found(let library): functions = library.tables + (type == .float ? 0 : 1)
    case .missing(let why): throw check.signed(why)
    }
    (self.type, self.check) = (type, check)
    let isLarge = a.dim == 2 && Double(a.count) * Double(min(a.size(0), a.size(1))) > 0x1p30
    functions.pointee.setThreads?(isLarge ? Int32(ThreadPool.shared.threads) : 1)
  }

  /// Matrices lie as Fortran's.
  static var layout: Int32 { Int32(SC_COLUMNS) }

  /// A size as LAPACK counts them.
  func size(_ n: Int) throws(SconceError) -> Int32 {
    guard let size = Int32(exactly: n) else { throw check.signed("expected sizes below 2^31, got \(n)") }
    return size
  }

  /// Room for so many pivots, which lasts as long as the tensor that keeps it.
  func pivots(_ n: Int32) throws(SconceError) -> (owner: Tensor, base: UnsafeMutablePointer<Int32>) {
    let owner = try Tensor(.int, [Int(n)])
    return (owner, owner.base.assumingMemoryBound(to: Int32.self))
  }
  /// Calls a function twice: to ask how large a workspace it wants, and with one.
  func withWorkspace(_ call: (_ work: UnsafeMutableRawPointer, _ room: Int32) -> Int32) throws(SconceError) -> Int32 {
    var answer = 0.0
    let info = withUnsafeMutableBytes(of: &answer) { call($0.baseAddress!, -1) }
    if info != 0 { return info }
    let wanted = withUnsafeBytes(of: &answer) {
      // A float may be the next one below the size.
      type == .float ? Double($0.load(as: Float.self).nextUp) : $0.load(as: Double.self)
    }
    guard wanted < 0x1p31 else {
      throw check.signed("expected smaller sizes, got some that need too large a workspace")
    }
    let room = max(1, Int32(wanted.rounded(.up)))
    guard let info = Scratch.with(bytes: Int(room) * type.numeric.stride, { call($0, room) }) else {
      throw check.signed("not enough memory")
    }
    return info
  }
}

/// The tables of the library, for float and for double; they live as long as the process.
package struct LapackLibrary: @unchecked Sendable {
  let tables: UnsafePointer<sc_lapack>

  package enum Search: Sendable { case found(LapackLibrary), missing(String) }
  static let standard = open("liblapacke.so.3")

  package static func open(_ name: String) -> Search {
    let tables = UnsafeMutablePointer<sc_lapack>.allocate(capacity: 2)
    var why: UnsafePointer<CChar>?
    if sc_lapack_open(name, tables, tables + 1, &why) { return .found(LapackLibrary(tables: tables)) }
    tables.deallocate()
    return .missing(
      "needs LAPACK, which Debian has in the package liblapacke (\(why.map { String(cString: $0) } ?? name))")
  }
}

/// Which triangle of a matrix holds what counts.
public enum Triangle: Sendable {
  case upper, lower
  var letter: CChar { self == .upper ? 85 : 76 }  // U, L
}
