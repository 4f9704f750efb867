import CLua
import CLuaBridge
import Glibc
import SconceErrors
import SconceLua

extension Library {
  mutating func defineClocks() {
    define("clock", method: .none, "Seconds since 1970.", form("", Clock.now))
    define(
      "times", method: .none, "Seconds on a clock that never goes back; computed by the process; by the kernel for it.",
      form("-> real, user, sys", Clock.times))
    define("sleep", method: .none, "Waits; a signal ends it.", form("seconds", Clock.sleep))
  }
}

private enum Clock {
  @Sendable static func now() -> Double { read(CLOCK_REALTIME) }

  @Sendable static func times(_ stack: Stack) -> Pushed {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    lua_pushnumber(stack.L, read(CLOCK_MONOTONIC))
    for time in [usage.ru_utime, usage.ru_stime] {
      lua_pushnumber(stack.L, Double(time.tv_sec) + Double(time.tv_usec) / 1e6)
    }
    return Pushed(3)
  }

  @Sendable static func sleep(_ seconds: Double) {
    guard seconds > 0 else { return }
    let whole = min(seconds, 1e9).rounded(.down)
    var time = timespec(tv_sec: Int(whole), tv_nsec: Int((min(seconds, 1e9) - whole) * 1e9))
    nanosleep(&time, nil)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
