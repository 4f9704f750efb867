import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.LookupTable") struct LookupTableTests {
  private func weight() throws -> Tensor { try Tensor(.double, [3, 2], [1, 2, 3, 4, 5, 6]) }
  private func indices(_ values: Double...) throws -> Tensor { try Tensor(.long, [values.count], values) }

  @Test("rows of a weight in any layout, for a vector and for a matrix of numbers")
  func rows() throws {
    let y = Tensor(.double), columns = try Tensor(.double, [2, 3], [1, 3, 5, 2, 4, 6]).transposed()
    for weight in [try weight(), columns] {
      try LookupTable.updateOutput(y, indices(3, 1, 3), weight)
      #expect(y.sizes == [3, 2] && y.doubles == [5, 6, 1, 2, 5, 6])
    }
    try LookupTable.updateOutput(y, Tensor(.long, [1, 2], [2, 1]), weight())
    #expect(y.sizes == [1, 2, 2] && y.doubles == [3, 4, 1, 2])
  }

  @Test("gradients add up; padding gets none; frequencies divide")
  func gradients() throws {
    let g = try Tensor(.double, [3, 2], [1, 2, 3, 4, 5, 6])
    func run(_ padding: Int, _ byFrequency: Bool) throws -> [Double] {
      let dw = try Tensor(.double, [3, 2])
      try LookupTable.accGradParameters(dw, indices(1, 3, 1), g, padding, byFrequency, 2)
      return dw.doubles
    }
    #expect(try run(0, false) == [12, 16, 0, 0, 6, 8])
    #expect(try run(3, false) == [12, 16, 0, 0, 0, 0])
    #expect(try run(0, true) == [6, 8, 0, 0, 6, 8])
  }

  @Test("only rows that are looked up are shortened, and each once")
  func renorm() throws {
    let w = try Tensor(.double, [2, 2], [3, 4, 30, 40])
    try LookupTable.renorm(indices(1, 1), w, 1, 2)
    #expect(near(w.doubles, [0.6, 0.8, 30, 40].map { $0 }, .float) && w.doubles[2] == 30)
    try LookupTable.renorm(indices(2), w, 7, 1)
    #expect(near(w.doubles, [0.6, 0.8, 3, 4], .float))
  }

  @Test("numbers out of range", arguments: [0.0, 4, -1])
  func wrongCalls(index: Double) {
    let error = #expect(throws: SconceError.self) {
      try LookupTable.updateOutput(Tensor(.double), indices(1, index), weight())
    }
    #expect(
      error?.message == "nn.LookupTable: index out of range: expected indices from 1 to 3, got \(Int(index))")
  }
}
