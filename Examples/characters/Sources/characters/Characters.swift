import Sconce

/// A language model of characters, an LSTM: defined in Lua, trained and sampled from Swift on a text that Swift reads.
///
///     swift run --package-path Examples/characters -c release characters data/jack.txt characters.t7
///
/// Shows how the loss falls, what the model says, and that it says the same once it has been saved and loaded.
@main struct Characters {
  static func main() throws {
    let arguments = CommandLine.arguments
    let path = arguments.count > 1 ? arguments[1] : "data/jack.txt"
    let file = arguments.count > 2 ? arguments[2] : "characters.t7"
    guard let text = readFile(path), !text.isEmpty else { throw SconceError("\(path): expected a text") }
    let alphabet = Alphabet(text)

    let lua = try Interpreter()
    try lua.set("model", lua.run(script, name: "@model.lua")[0])
    let net = try lua.call("model.build", ["characters": alphabet.count, "hidden": 48, "seed": 1], as: LuaValue.self)

    // The script calls this after every pass; an error thrown here would end the training.
    let progress = LuaFunction { (pass: Int, loss: Double) in
      if pass == 1 || pass.isMultiple(of: 20) { print("pass \(pass): loss \(rounded(loss))") }
    }
    let options: [String: LuaValue] = ["passes": 100, "rate": 0.01, "batch": 8, "steps": 32]
    try lua.call("model.train", net, alphabet.encode(text), options, progress)

    let start = "This is the cow"
    let said = try alphabet.sample(net, in: lua, start: start)
    print(start + said)

    try lua.call("torch.save", file, net)
    let other = try Interpreter()
    try other.set("model", other.run(script, name: "@model.lua")[0])
    let loaded = try other.call("torch.load", file, as: LuaValue.self)
    print("loaded:", try alphabet.sample(loaded, in: other, start: start) == said ? "says the same" : "says otherwise")
  }

  /// The Lua half, `model.lua`, which the executable carries.
  static let script = String(decoding: PackageResources.model_lua, as: UTF8.self)

  static func rounded(_ x: Double) -> Double { (x * 100).rounded() / 100 }
}

/// The bytes that a text is made of; each is known to the model by its place among them, from 1.
struct Alphabet {
  let bytes: [UInt8]
  private let places: [UInt8: Int64]

  init(_ text: [UInt8]) {
    bytes = Set(text).sorted()
    places = Dictionary(uniqueKeysWithValues: zip(bytes, 1...))
  }
  var count: Int { bytes.count }

  func encode(_ text: some Sequence<UInt8>) throws -> Tensor {
    let encoded = try text.map { byte in
      guard let place = places[byte] else { throw SconceError("the byte \(byte) is not in the text") }
      return place
    }
    return try Tensor([encoded.count], encoded)
  }

  /// What the model says after a beginning.
  func sample(_ net: LuaValue, in lua: Interpreter, start: String, length: Int = 120) throws -> String {
    let options: [String: LuaValue] = ["length": .integer(length), "temperature": 0.2, "seed": 7]
    let places = try lua.call("model.sample", net, encode(start.utf8), options, as: [Int].self)
    return String(decoding: places.map { bytes[$0 - 1] }, as: UTF8.self)
  }
}
