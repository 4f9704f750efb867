import Sconce

/// A network for handwritten digits: defined in Lua, trained and tested from Swift on tensors that both see.
///
///     swift run --package-path Examples/digits -c release digits data/digits.t7
@main struct Digits {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "data/digits.t7"
    let lua = try Interpreter()
    try lua.run(model, name: "=digits")

    let set = try lua.call("torch.load", path, as: [String: Tensor].self)
    guard let images = set["data"], let labels = set["label"] else {
      throw SconceError("\(path): expected {data = ByteTensor, label = ByteTensor}")
    }
    let (count, pixels) = (images.size(0), images.count / images.size(0)), training = 1437

    // What Swift prepares is seen by the script without a copy.
    let inputs = try lua.tensor(.float, [count, pixels])
    try images.withScalars(as: UInt8.self) { bytes in
      try inputs.withScalars(as: Float.self) { floats in
        for i in bytes.indices { floats[i] = Float(bytes[i]) / 16 }
      }
    }
    let targets = try lua.tensor(.float, [count])
    for (i, label) in labels.doubles.enumerated() { targets.storeScalar(label, at: i) }

    try lua.call("train", inputs.narrow(0, 0, training), targets.narrow(0, 0, training), 15)
    let net = try lua.get("net")
    let scores = try net.call(method: "forward", inputs.narrow(0, training, count - training), as: Tensor.self)
    let (outputs, classes) = (scores.doubles, scores.size(1))
    let right = (0..<scores.size(0)).count { row in
      let scores = outputs[row * classes..<(row + 1) * classes]
      return scores.firstIndex(of: scores.max()!)! % classes == Int(labels.doubles[training + row]) - 1
    }
    print("\(right) of \(count - training) right")

    do {
      try lua.run("net:forward(torch.FloatTensor(3, 7))", name: "=wrong")
    } catch {
      print("refused:", error)
    }
  }

  static let model = """
    torch.manualSeed(1)
    net = nn.Sequential():add(nn.Linear(64, 32)):add(nn.Tanh()):add(nn.Linear(32, 10)):add(nn.LogSoftMax()):float()
    local criterion, batch = nn.ClassNLLCriterion():float(), 16

    function train(inputs, targets, epochs)
      for _ = 1, epochs do
        for first = 1, inputs:size(1), batch do
          local size = math.min(batch, inputs:size(1) - first + 1)
          local x, y = inputs:narrow(1, first, size), targets:narrow(1, first, size)
          net:zeroGradParameters()
          criterion:forward(net:forward(x), y)
          net:backward(x, criterion:backward(net.output, y))
          net:updateParameters(0.5)
        end
      end
    end
    """
}
