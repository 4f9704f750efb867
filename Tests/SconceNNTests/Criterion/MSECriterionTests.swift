import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.MSECriterion") struct MSECriterionTests {
  let squared = ElementwiseCriterion.squared

  @Test("mean and sum, of any shapes of as many elements", arguments: [DType.float, .double])
  func values(dtype: DType) throws {
    let x = try Tensor(dtype, [2, 2], [1, 2, 3, 4]), t = try Tensor(dtype, [4], [1, 0, 3, 2]), dx = Tensor(dtype)
    #expect(try squared.updateOutput(x, t, nil, true, 0) == 2)
    #expect(try squared.updateOutput(x, t, nil, false, 0) == 8)
    try squared.updateGradInput(dx, x, t, nil, true, 0)
    #expect(dx.sizes == [2, 2] && dx.doubles == [0, 1, 0, 1])
    #expect(try squared.updateOutput(Tensor(dtype), Tensor(dtype), nil, true, 0) == 0)
  }

  @Test("a target of another size")
  func wrongCalls() {
    let error = #expect(throws: SconceError.self) {
      _ = try squared.updateOutput(Tensor(.double, [4]), Tensor(.double, [3]), nil, true, 0)
    }
    #expect(error?.message == "nn.MSECriterion: size mismatch: expected target of size 4, got 3")
  }
}
