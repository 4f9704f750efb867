import Sconce
import Testing

@Suite("Functions of Swift") struct LuaFunctionTests {
  @Test("a script calls it with what it declares")
  func typed() throws {
    let lua = try Interpreter()
    var seen: [String] = []
    try lua.set(
      "note",
      LuaFunction { (step: Int, loss: Double, name: String, last: Bool) in
        seen.append("\(step) \(loss) \(name) \(last)")
      })
    try lua.set("twice", LuaFunction { (x: Tensor) in try Tensor(x.sizes, x.doubles.map { 2 * $0 }) })
    try lua.set("either", LuaFunction { (x: Double?) in x.map { -$0 } })
    try lua.set("all", LuaFunction(arguments: { values in values.reversed() + [values.count] }))
    try lua.run(
      "note(3, 0.5, 'a', true); x, y, z = all(1, 'b'); t = twice(torch.Tensor{1, 2}); e, n = either(), either(2)")
    #expect(seen == ["3 0.5 a true"])
    #expect(try lua.get("t", as: Tensor.self).doubles == [2, 4])
    #expect(try lua.get("e").isNil)
    #expect(try lua.get("n", as: Double.self) == -2)
    #expect(try lua.get("x", as: String.self) == "b")
    #expect(try lua.get("y", as: Int.self) == 1)
    #expect(try lua.get("z", as: Int.self) == 2)
  }

  @Test(
    "a call with something else is an error of the script",
    arguments: [
      ("f('a', 1)", "expected a whole number as argument 1, got a string"),
      ("f(1.5, 1)", "expected a whole number as argument 1, got 1.5"),
      ("f(1)", "expected a tensor as argument 2, got nil"),
      ("f(1, nn.Tanh())", "expected a tensor as argument 2, got nn.Tanh"),
      ("f(1, {})", "expected a tensor as argument 2, got a table"),
    ])
  func wrongCalls(call: String, message: String) throws {
    let lua = try Interpreter()
    try lua.set("f", LuaFunction { (_: Int, _: Tensor) in })
    let error = #expect(throws: SconceError.self) { try lua.run("\n" + call, name: "@train.lua") }
    #expect(error?.message == "train.lua:2: " + message)
  }

  struct Enough: Error {}

  @Test("what it throws goes through the script, which can catch it")
  func thrown() throws {
    let lua = try Interpreter()
    try lua.set("stop", LuaFunction { () throws -> Void in throw SconceError("enough") })
    try lua.set("other", LuaFunction { () throws -> Void in throw Enough() })
    try lua.set("wrong", LuaFunction { [unowned lua] () throws -> Void in try lua.call("nn.Linear", 3) })
    #expect(#expect(throws: SconceError.self) { try lua.run("stop()", name: "@a.lua") }?.message == "a.lua:1: enough")
    #expect(try lua.run("return select(2, pcall(other))")[0].string == "script:1: Enough()")
    let message = "a.lua:1: nn.Linear: expected a number of outputs, got nil"
    #expect(#expect(throws: SconceError.self) { try lua.run("wrong()", name: "@a.lua") }?.message == message)
    #expect(try lua.run("local ok = pcall(stop) return ok")[0].boolean == false)
  }

  @Test("it calls into the interpreter, from a coroutine too, and nested")
  func nested() throws {
    let lua = try Interpreter()
    try lua.run("function square(x) return x * x end")
    try lua.set("f", LuaFunction { [unowned lua] (x: Double) in try lua.call("square", x, as: Double.self) + 1 })
    #expect(try lua.run("return coroutine.wrap(function(x) coroutine.yield(f(x)) end)(3)")[0].double == 10)
    try lua.set(
      "again", LuaFunction { [unowned lua] (n: Int) in try n == 0 ? 0 : 1 + lua.call("again", n - 1, as: Int.self) })
    #expect(try lua.call("again", 20, as: Int.self) == 20)
    #expect(throws: SconceError.self) { try lua.call("again", 100_000) }
    #expect(try lua.run("return f(2)")[0].double == 5)
  }

  @Test("it lives as long as the script can reach it")
  func lifetime() throws {
    final class Witness {}
    weak var witness: Witness?
    let lua = try Interpreter()
    do {
      let held = Witness()
      witness = held
      try lua.set("f", LuaFunction { () in withExtendedLifetime(held) {} })
    }
    try lua.run("collectgarbage() f()")
    #expect(witness != nil)
    try lua.run("f = nil collectgarbage() collectgarbage()")
    #expect(witness == nil)
  }

  @Test("a script that takes its box away gets an error")
  func tampered() throws {
    let lua = try Interpreter()
    try lua.set("f", LuaFunction { () in 1 })
    for value in ["nil", "5", "torch.Tensor(3)", "io.stdout"] {
      try lua.set("f", LuaFunction { () in 1 })
      try lua.run("debug.setupvalue(f, 1, \(value))")
      #expect(throws: SconceError.self) { try lua.run("f()") }
    }
    try lua.set("f", LuaFunction { () in 1 })
    try lua.run("local _, box = debug.getupvalue(f, 1) debug.getmetatable(box).__gc(box)")
    #expect(throws: SconceError.self) { try lua.run("f()") }
  }
}

@Suite("Values") struct ValueTests {
  @Test("lists, tables of names, nothing: to a script and back")
  func tables() throws {
    let lua = try Interpreter()
    try lua.set("list", [[1, 2], [3]])
    try lua.set("options", ["rate": 0.5, "name": "a", "deep": true, "count": 3] as [String: LuaValue])
    try lua.set("nothing", nil as Double?)
    #expect(try lua.run("return #list, list[1][2], options.rate, options.name, options.deep, nothing")[1].int == 2)
    #expect(try lua.get("list", as: [[Int]].self) == [[1, 2], [3]])
    #expect(try lua.get("options.rate", as: Double.self) == 0.5)
    #expect(try lua.run("return {a = 1, b = 2.5}")[0].read(as: [String: Double].self) == ["a": 1, "b": 2.5])
    #expect(try lua.get("options.none", as: Double?.self) == nil)
    #expect(try lua.run("return {}")[0].read(as: [Double].self).isEmpty)
  }

  @Test("what is read as something else says what was expected and what came")
  func wrong() throws {
    let lua = try Interpreter()
    try lua.run("x, f = {1, 'a'}, function() return 'text' end")
    func message(_ body: () throws -> Void) -> String? { #expect(throws: SconceError.self, performing: body)?.message }
    #expect(
      message { _ = try lua.get("x", as: [Double].self) }?.hasPrefix(
        "x: expected a list, each of it a number, got a table") == true)
    #expect(message { _ = try lua.call("f", as: Tensor.self) } == "f: expected a tensor as result, got a string")
    #expect(message { _ = try lua.run("return 2.5")[0].read(as: Int.self) } == "expected a whole number, got 2.5")
    #expect(
      message { _ = try lua.run("return {[1] = 1, a = 2}")[0].read(as: [String: Int].self) }
        == "expected a table with names, each of it a whole number, got a table")
    let layer = try lua.call("nn.Linear", 2, 3, as: LuaValue.self)
    #expect(
      message { _ = try layer.call(method: "forward", try Tensor(.double, [2], [1, 2]), as: Double.self) }
        == "forward: expected a number as result, got torch.DoubleTensor")
  }

  @Test("packages are loaded by name, and a recurrent network learns")
  func recurrent() throws {
    let lua = try Interpreter()
    try lua.require("rnn", "optim")
    var losses: [Double] = []
    let note = LuaFunction { (loss: Double) in losses.append(loss) }
    let train = try lua.run(
      """
      return function(x, y, note)
        torch.manualSeed(1)
        local net = nn.Sequential():add(nn.SeqLSTM(1, 8)):add(nn.Sequencer(nn.Linear(8, 1)))
        local criterion, parameters, gradients = nn.MSECriterion(), net:getParameters()
        for _ = 1, 40 do
          optim.adam(function()
            gradients:zero()
            local loss = criterion:forward(net:forward(x), y)
            net:backward(x, criterion:backward(net.output, y))
            note(loss)
            return loss, gradients
          end, parameters, {learningRate = 0.05})
        end
      end
      """)[0]
    let x = try Tensor(.double, [5, 1, 1], [0, 1, 0, 0, 1]), y = try Tensor(.double, [5, 1, 1], [0, 1, 1, 1, 0])
    try train.call([x, y, note])
    #expect(losses.count == 40)
    #expect(losses.last! < 0.5 * losses[0])
  }
}
