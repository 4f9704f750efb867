import SconceErrors
import SconceLua
import SconceTorch
import SconceTorchNN
import Testing

/// Every declared function, called with kinds of arguments that none of its forms takes: it must refuse, in its own
/// name, with the script's position, and say what was expected and what came.
@Suite("Refusals") struct RefusalTests {
  /// A value of each kind that a script can have.
  static let values: [(Kind, String)] =
    [
      (.nothing, "nil"), (.boolean, "true"), (.number, "2"), (.string, "'x'"), (.table, "{}"), (.function, "print"),
      (.other, "io.stdout"), (.generator, "gen"), (.storage(4), "sizes"),
    ] + zip(UInt8(0)..<8, ["b", "c", "s", "i", "l", "f", "d", "h"]).map { (.tensor($0), $1) }

  @Test("what no form takes is refused by name, with position, expectation and finding")
  func refusals() throws {
    let host = try Host()
    _ = host.run("gen = torch.Generator()")
    let functions = host.state.bindings.functions
    let arguments = try Self.values.map { try host.state.run("return \($0.1)", name: "=test")[0] }
    let attempt = try host.state.run(
      "return function(f, ...) local ok, message = pcall(function(...) f(...) end, ...) return ok, message end",
      name: "=script")[0]
    var draws = Draws(state: 1), calls = 0, complaints: [String] = [], acceptingAll: [String] = []
    for (index, function) in functions.enumerated() where !"\(function.name)".hasPrefix("__") {
      for (path, asMethod, made) in Self.targets(function) {
        let f = try host.state.run("return \(path)", name: "=test")[0]
        let name = made.map { "torch.\($0.name)" } ?? Self.name(function, asMethod)
        var refused = 0
        for _ in 0..<300 {
          let chosen = (0..<draws.below(6)).map { _ in draws.below(Self.values.count) }
          let kinds = chosen.map { Self.values[$0].0 }
          if host.state.bindings.accepts(kinds, function: index, asMethod: asMethod, made: made) { continue }
          calls += 1
          refused += 1
          let answer = try attempt.call([f] + chosen.map { arguments[$0] })
          let message = answer[1].string ?? ""
          let says = message.contains("expected ") && message.contains(", got ") || message.contains("not defined for ")
          let signed = message.hasPrefix("script:1: ") && message.contains(name + ":")
          if answer[0].boolean != false || !signed || !says {
            complaints.append("\(path)(\(kinds.map(\.name).joined(separator: ", "))): \(message)")
          }
        }
        if refused == 0 { acceptingAll.append(path) }
      }
    }
    #expect(complaints.count == 0, "\(complaints.count) of \(calls):\n\(complaints.prefix(20).joined(separator: "\n"))")
    #expect(calls >= 50_000, "\(calls) calls")
    // What accepts everything is known by name: optimizers' steps answer whether they could.
    let others = acceptingAll.filter { !$0.contains("['sconce.nn'].Steps.") }
    #expect(others == [], "accept everything: \(others)")
  }

  /// Where a function is called; a constructor once for each type that it makes.
  static func targets(_ function: Function) -> [(path: String, asMethod: Bool, made: Kind?)] {
    guard function.method == .constructor else { return Host.places(of: function).map { ($0.path, $0.asMethod, nil) } }
    return (UInt8(8)..<24).map(Kind.init).filter(function.kinds.contains).map {
      ("package.loaded['sconce.torch'].\($0.name)", false, $0)
    }
  }

  static func name(_ function: Function, _ asMethod: Bool) -> String {
    let name = "\(function.name)"
    if function.method == .member { return name.split(separator: ".").joined(separator: ":") }
    if let dot = name.lastIndex(of: ".") { return "\(function.library).\(name[..<dot])" }
    return asMethod ? ":\(name)" : "\(function.library).\(name)"
  }

  /// The same draws in every run.
  struct Draws {
    var state: UInt64
    mutating func below(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
  }
}
