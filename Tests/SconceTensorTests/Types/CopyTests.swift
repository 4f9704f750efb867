import SconceErrors
import SconceTensor
import Testing

@Suite("Copies") struct CopyTests {
  /// 0, 1, 2, … in memory.
  private func counting(_ dtype: DType, _ sizes: [Int]) throws -> Tensor {
    let t = try Tensor(dtype, sizes)
    for i in 0..<t.count { t.storeScalar(Double(i % 100), at: i) }
    return t
  }

  @Test(
    "a copy of a transposed view has its elements, whatever the width, and so has a copy into one",
    arguments: [DType.byte, .short, .float, .double, .half],
    [[8, 8], [17, 33], [1, 40], [40, 1], [3, 9, 20], [9, 2, 3, 19], [2, 16, 1, 16]])
  func across(dtype: DType, sizes: [Int]) throws {
    let t = try counting(dtype, sizes)
    for a in 0..<sizes.count {
      for b in 0..<a {
        let view = try t.transpose(a, b)
        #expect(try view.clone().doubles == view.doubles)
        let target = try Tensor(dtype, sizes)
        let other = try counting(dtype, view.sizes)
        try target.transpose(a, b).copy(other)
        #expect(try target.transpose(a, b).doubles == other.doubles)
      }
    }
  }

  @Test("of another type, from and into every layout", arguments: DType.allCases, DType.allCases)
  func conversions(from: DType, to: DType) throws {
    let t = try counting(from, [5, 7]), r = try Tensor(to, [7, 5])
    try r.transposed().copy(t)
    #expect(try r.transposed().doubles == t.doubles)
    #expect(try t.transposed().converted(to: to).doubles == t.transposed().doubles)
  }

  @Test("conversions are C's")
  func values() throws {
    let t = try Tensor(.double, [6], [1.7, -1.7, 300, 1e20, .nan, -.infinity])
    #expect(try t.converted(to: .byte).doubles == [1, 255, 44, 0, 0, 0])
    #expect(try t.converted(to: .char).doubles == [1, -1, 44, 0, 0, 0])
    #expect(try t.converted(to: .int).doubles == [1, -1, 300, -2147483648, -2147483648, -2147483648])
    #expect(try t.converted(to: .long).doubles == [1, -1, 300, -0x1p63, -0x1p63, -0x1p63])
    // By way of double a long would be rounded twice.
    let long = try Tensor(.long, [1])
    long.base.storeBytes(of: 0x7fff_ff40_0000_0001, as: Int64.self)
    #expect(try long.converted(to: .float).doubles == [Double(Float(0x7fff_ff40_0000_0001 as Int64))])
  }

  @Test("another count is refused")
  func counts() throws {
    let error = #expect(throws: SconceError.self) { try Tensor(.float, [2]).copy(try Tensor(.double, [3])) }
    #expect(
      error?.message == "torch.copy: inconsistent tensor size: expected tensors of as many elements, got 2 and 3")
  }
}
