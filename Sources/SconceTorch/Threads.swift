import SconceKernels
import SconceLua

extension Library {
  mutating func defineThreads() {
    define("setnumthreads", method: .none, "Sets how many threads the kernels use.", form("n, ...", Threads.set))
    define("getnumthreads", method: .none, "How many threads the kernels use.", form("", Threads.get))
    define("getnumcores", method: .none, "How many processors there are for this process.", form("", Threads.cores))
  }
}

private enum Threads {
  @Sendable static func set(_ count: Int) { ThreadPool.shared.threads = count }
  @Sendable static func get() -> Int { ThreadPool.shared.threads }
  @Sendable static func cores() -> Int { ThreadPool.processors }
}
