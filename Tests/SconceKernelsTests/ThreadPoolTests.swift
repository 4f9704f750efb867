import SconceKernels
import Synchronization
import Testing

@Suite("ThreadPool", .serialized) struct ThreadPoolTests {
  @Test("every chunk runs once, with one thread and with four, and inside a job", arguments: [1, 4, 2])
  func chunks(threads: Int) {
    let pool = ThreadPool.shared, before = pool.threads
    pool.threads = threads
    defer { pool.threads = before }
    for chunks in [0, 1, 2, 3, 100] {
      let counts = UnsafeMutablePointer<Int>.allocate(capacity: 101)
      counts.initialize(repeating: 0, count: 101)
      defer { counts.deallocate() }
      for _ in 0..<50 { pool.run(chunks: chunks) { n in pool.run(chunks: 1) { _ in counts[n] += 1 } } }
      #expect((0..<101).allSatisfy { counts[$0] == ($0 < chunks ? 50 : 0) })
    }
  }

  @Test("each chunk has scratch memory of its own, within a chunk too; what cannot be had is told")
  func scratch() {
    let pool = ThreadPool.shared, before = pool.threads
    pool.threads = 4
    defer { pool.threads = before }
    for bytes in [64, 4096, 1 << 20] {
      let overwritten = Atomic<Int>(0)
      let enough = pool.run(chunks: 40, scratch: bytes) { chunk, scratch in
        let outer = scratch.assumingMemoryBound(to: UInt8.self)
        outer.initialize(repeating: UInt8(chunk), count: bytes)
        _ = Scratch.with(bytes: bytes) { $0.initializeMemory(as: UInt8.self, repeating: 255, count: bytes) }
        for i in stride(from: 0, to: bytes, by: 61) where outer[i] != UInt8(chunk) {
          overwritten.add(1, ordering: .relaxed)
        }
      }
      #expect(enough && overwritten.load(ordering: .relaxed) == 0)
    }
    #expect(!pool.run(chunks: 1, scratch: 1 << 62) { _, _ in })
  }
}
