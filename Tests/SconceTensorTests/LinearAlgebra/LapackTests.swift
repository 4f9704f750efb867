import SconceErrors
import SconceTensor
import Testing

@Suite struct LapackTests {
  @Test("a library that is not there, or is another one, is named with the package that has it")
  func missingLibrary() throws {
    for name in ["libno-such-lapack.so.3", "libm.so.6"] {
      guard case .missing(let why) = LapackLibrary.open(name) else {
        Issue.record("\(name) was taken for LAPACK")
        continue
      }
      #expect(why.hasPrefix("needs LAPACK, which Debian has in the package liblapacke ("))
      #expect(why.contains(name) || why.contains("LAPACKE_sgesv_work"))
    }
  }

  @Test("a system of equations, in both types", arguments: [DType.float, .double])
  func system(dtype: DType) throws {
    let a = try Tensor(dtype, [2, 2], [2, 1, 1, 3]), b = try Tensor(dtype, [2], [4, 7])
    let x = Tensor(dtype), lu = Tensor(dtype)
    try LinearAlgebra.gesv(x, lu, b, a)
    #expect(x.sizes == [2, 1])
    #expect(zip(x.doubles, [1, 2]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(lu.stride(0) == 1 && lu.stride(1) == 2)
  }

  @Test("a size that LAPACK cannot count is refused")
  func sizes() throws {
    let wide = try Tensor(
      Storage(.float, unset: 1, in: .process), offset: 0, sizes: [1, 1 << 31], strides: [0, 0])
    let error = #expect(throws: SconceError.self) {
      try LinearAlgebra.qr(Tensor(.float), Tensor(.float), wide)
    }
    #expect(error?.message == "torch.qr: expected sizes below 2^31, got 2147483648")
  }
}
