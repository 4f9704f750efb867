import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.View") struct ViewTests {
  private func view(_ input: Tensor, _ sizes: [Int], dims: Int? = nil) throws -> Tensor {
    let output = Tensor(input.dtype)
    try sizes.withUnsafeBufferPointer { try View.updateOutput(output, input, dims, $0) }
    return output
  }

  @Test(
    "the batch is what the sizes leave over",
    arguments: [
      ([2, 3], [6], nil, [6]), ([5, 2, 3], [6], nil, [5, 6]), ([1, 2, 3], [6], nil, [6]), ([1, 2, 3], [6], 2, [1, 6]),
      ([2, 3], [-1], nil, [6]), ([2, 3], [-1], 1, [2, 3]), ([2, 3, 4], [3, -1], 2, [2, 3, 4]),
      ([4, 3], [2, -1], nil, [2, 6]),
    ] as [([Int], [Int], Int?, [Int])])
  func sizes(input: [Int], sizes: [Int], dims: Int?, expected: [Int]) throws {
    let x = try Tensor(.byte, input), y = try view(x, sizes, dims: dims)
    #expect(y.sizes == expected && y.storage === x.storage && y.isContiguous)
  }

  @Test("the gradient gets the input's sizes")
  func backward() throws {
    let dx = Tensor(.double), g = try Tensor(.double, [6])
    try View.updateGradInput(dx, Tensor(.double, [2, 3]), g)
    #expect(dx.sizes == [2, 3] && dx.storage === g.storage)
  }

  @Test(
    "sizes that do not fit",
    arguments: [
      ([3, 3], [2, 2], "nn.View: size mismatch: expected input of whole 2x2, got 3x3"),
      ([], [2], "nn.View: size mismatch: expected input of whole 2, got no elements"),
      ([2], [2, 0], "nn.View: size mismatch: expected input of whole 2x0, got 2"),
      ([2], [-1, -1], "nn.View: expected sizes of 0 or more and one -1 at most, got -1x-1"),
      ([2], [Int.max, 4], "nn.View: expected sizes of 0 or more and one -1 at most, got \(Int.max)x4"),
    ])
  func wrongCalls(input: [Int], sizes: [Int], message: String) {
    let error = #expect(throws: SconceError.self) { _ = try view(Tensor(.double, input), sizes) }
    #expect(error?.message == message)
  }
}
