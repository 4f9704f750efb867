import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.MSECriterion") struct MSECriterionTests {
  @Test("mean and sum, of any shapes of as many elements", arguments: [DType.float, .double])
  func values(dtype: DType) throws {
    let x = try Tensor(dtype, [2, 2], [1, 2, 3, 4]), t = try Tensor(dtype, [4], [1, 0, 3, 2]), dx = Tensor(dtype)
    #expect(try MSECriterion.updateOutput(x, t, true) == 2)
    #expect(try MSECriterion.updateOutput(x, t, false) == 8)
    try MSECriterion.updateGradInput(dx, x, t, true)
    #expect(dx.sizes == [2, 2] && dx.doubles == [0, 1, 0, 1])
    #expect(try MSECriterion.updateOutput(Tensor(dtype), Tensor(dtype), true) == 0)
  }

  @Test("a target of another size")
  func wrongCalls() {
    let error = #expect(throws: SconceError.self) {
      _ = try MSECriterion.updateOutput(Tensor(.double, [4]), Tensor(.double, [3]), true)
    }
    #expect(error?.message == "nn.MSECriterion: size mismatch: expected target of size 4, got 3")
  }
}
