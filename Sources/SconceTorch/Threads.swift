import SconceKernels
import SconceLua

extension Library {
  mutating func defineThreads() {
    define("setnumthreads", method: .none, "Sets how many threads the kernels use.", form("n", Threads.set))
    define("getnumthreads", method: .none, "How many threads the kernels use.", form("", Threads.get))
  }
}

private enum Threads {
  @Sendable static func set(_ count: Int) { ThreadPool.shared.threads = count }
  @Sendable static func get() -> Int { ThreadPool.shared.threads }
}
