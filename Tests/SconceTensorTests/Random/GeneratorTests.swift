import SconceErrors
import SconceTensor
import Testing

@Suite("Generator") struct GeneratorTests {
  /// Recorded from Torch7 with torch.manualSeed(123).
  @Test func drawsAsTorch7() throws {
    let generator = Generator(seed: 123)
    #expect((0..<3).map { _ in generator.random() } == [2_991_312_382, 3_062_119_789, 1_228_959_102])
    let t = try Tensor(.double, [3])
    generator.seed(123)
    try t.uniform(generator, -1, 1)
    #expect(t.doubles == [0.39293837454169989, 0.42591064283624291, -0.42772132251411676])
    generator.seed(123)
    try t.randperm(generator, 12)
    #expect(t.doubles == [11, 5, 2, 4, 9, 3, 7, 10, 12, 1, 6, 8])
  }
}
