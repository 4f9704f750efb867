import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.ClassNLLCriterion") struct ClassNLLCriterionTests {
  let x: Tensor
  init() throws { x = try Tensor(.double, [3, 2], [-1, -2, -3, -4, -5, -6]) }

  private func run(_ x: Tensor, _ target: [Double], weights: [Double]? = nil, average: Bool = true, ignore: Int = -100)
    throws -> (loss: [Double], total: [Double], gradient: [Double])
  {
    let w = try weights.map { try Tensor(x.dtype, [$0.count], $0) }, t = try Tensor(.long, [target.count], target)
    let (loss, total, dx) = (Tensor(x.dtype), Tensor(x.dtype), Tensor(x.dtype))
    try ClassNLLCriterion.updateOutput(loss, total, x, t, w, average, ignore)
    try ClassNLLCriterion.updateGradInput(dx, x, t, w, total, average, ignore)
    return (loss.doubles, total.doubles, dx.doubles)
  }

  @Test("means, sums, weights, and targets that do not count")
  func values() throws {
    #expect(try run(x, [1, 2, 1]) == ([10.0 / 3], [3], [-1.0 / 3, 0, 0, -1.0 / 3, -1.0 / 3, 0]))
    #expect(try run(x, [1, 2, 1], average: false) == ([10], [3], [-1, 0, 0, -1, -1, 0]))
    #expect(try run(x, [1, 2, 1], weights: [1, 2]) == ([3.5], [4], [-0.25, 0, 0, -0.5, -0.25, 0]))
    #expect(try run(x, [2, 2, 1], ignore: 2) == ([5], [1], [0, 0, 0, 0, -1, 0]))
    #expect(try run(x, [2, 2, 2], ignore: 2) == ([0], [0], [0, 0, 0, 0, 0, 0]))
  }

  @Test("one sample, and the rows of a transposed matrix", arguments: [DType.float, .double])
  func layouts(dtype: DType) throws {
    #expect(try run(Tensor(dtype, [3], [-1, -2, -4]), [3]) == ([4], [1], [0, 0, -1]))
    #expect(try run(Tensor(dtype, [2, 3], [-1, -2, -3, -4, -5, -6]).transposed(), [2, 1, 1]).loss == [3])
  }

  @Test(
    "wrong targets",
    arguments: [
      ([1.0, 2, 3], "nn.ClassNLLCriterion: expected a target from 1 to 2, got 3"),
      ([1.0, 2], "nn.ClassNLLCriterion: size mismatch: expected target of size 3, got 2"),
    ])
  func wrongCalls(target: [Double], message: String) {
    let error = #expect(throws: SconceError.self) { _ = try run(x, target) }
    #expect(error?.message == message)
  }
}
