import Glibc
import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.Sigmoid and nn.Tanh") struct SigmoidTests {
  @Test("against their definitions", arguments: [DType.float, .double])
  func values(dtype: DType) throws {
    let x = (0..<77).map { Double($0 - 38) / 4 }, g = x.map { $0 / 3 + 1 }
    let input = try Tensor(dtype, [77], x), gradOutput = try Tensor(dtype, [77], g)
    let (y, dx) = (Tensor(dtype), Tensor(dtype))
    let sigmoid = x.map { 1 / (1 + exp(-$0)) }
    try Sigmoid.updateOutput(y, input)
    try Sigmoid.updateGradInput(dx, gradOutput, y)
    #expect(near(y.doubles, sigmoid, dtype) && near(dx.doubles, zip(g, sigmoid).map { $0 * $1 * (1 - $1) }, dtype))
    try Tanh.updateOutput(y, input)
    try Tanh.updateGradInput(dx, gradOutput, y)
    #expect(near(y.doubles, x.map { tanh($0) }, dtype))
    #expect(near(dx.doubles, zip(g, x).map { $0 * (1 - tanh($1) * tanh($1)) }, dtype))
  }

  @Test("a gradient of another size")
  func wrongCalls() {
    let error = #expect(throws: SconceError.self) {
      try Sigmoid.updateGradInput(Tensor(.double), Tensor(.double, [2]), Tensor(.double, [3]))
    }
    #expect(error?.message == "nn.Sigmoid: size mismatch: expected gradOutput of size 3, got 2")
  }
}
