import SconceErrors
import SconceTensor
import Testing

@Suite("torch.add") struct AddTests {
  @Test("element counts must agree, shapes need not")
  func shapes() throws {
    let r = Tensor(.double), a = try Tensor(.double, [2, 2], [1, 2, 3, 4]),
      b = try Tensor(.double, [4], [10, 20, 30, 40])
    try r.add(a.transposed(), b, scale: 0.5)
    #expect(r.sizes == [2, 2] && r.doubles == [6, 13, 17, 24])
    let error = #expect(throws: SconceError.self) { try r.add(a, try Tensor(.double, [3])) }
    #expect(error?.message == "torch.add: expected tensors of as many elements, got 2x2 and 3")
  }
}
