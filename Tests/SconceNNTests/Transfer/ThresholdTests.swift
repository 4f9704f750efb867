import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.Threshold") struct ThresholdTests {
  @Test(
    "what does not exceed the threshold becomes the value; the gradient passes above it",
    arguments: [DType.float, .double])
  func values(dtype: DType) throws {
    let x = try Tensor(dtype, [5], [-1, 0.5, 0.75, 2, .nan]), (y, dx) = (Tensor(dtype), Tensor(dtype))
    try Threshold.updateOutput(y, x, 0.5, -3, false)
    #expect(y.doubles == [-3, -3, 0.75, 2, -3])
    try Threshold.updateGradInput(dx, x, Tensor(dtype, [5], [1, 2, 3, 4, 5]), 0.5, false)
    #expect(dx.doubles == [0, 0, 3, 4, 0])
  }

  @Test("in place the results are views")
  func inPlace() throws {
    let x = try Tensor(.double, [2, 2], [-1, 1, -2, 2]), (y, dx) = (Tensor(.double), Tensor(.double))
    try Threshold.updateOutput(y, x, 0, 0, true)
    #expect(y.storage === x.storage && x.doubles == [0, 1, 0, 2])
    let g = try Tensor(.double, [2, 2], [5, 6, 7, 8])
    try Threshold.updateGradInput(dx, x, g, 0, true)
    #expect(dx.storage === g.storage && g.doubles == [0, 6, 0, 8])
  }

  @Test("a transposed input, long enough for every loop")
  func layouts() throws {
    let n = 67, x = try Tensor(.float, [2, n], (0..<2 * n).map { Double($0 % 5) - 2 }).transposed(), y = Tensor(.float)
    try Threshold.updateOutput(y, x, 0, 0, false)
    #expect(y.sizes == [n, 2] && y.doubles == x.doubles.map { max($0, 0) })
  }

  @Test("a gradient of another size")
  func wrongCalls() {
    let error = #expect(throws: SconceError.self) {
      try Threshold.updateGradInput(Tensor(.double), Tensor(.double, [3]), Tensor(.double, [2]), 0, false)
    }
    #expect(error?.message == "nn.Threshold: size mismatch: expected gradOutput of size 3, got 2")
  }
}
