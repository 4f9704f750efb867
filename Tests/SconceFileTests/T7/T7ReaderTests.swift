import SconceErrors
import SconceFile
import SconceTensor
import Testing

@Suite("T7Reader") struct T7ReaderTests {
  /// `{[1] = true, [2] = itself, x = tensor}` as Torch7 writes it.
  static let sample: [UInt8] =
    ints(3, 1, 3, 1) + double(1) + ints(5, 1, 1) + double(2) + ints(3, 1) + ints(2, 1) + [UInt8(ascii: "x")] + tensor
  static let tensor: [UInt8] =
    ints(4, 2) + text("V 1") + text("torch.FloatTensor") + ints(1) + longs(2, 1, 2) + ints(4, 3) + text("V 1")
    + text("torch.FloatStorage") + longs(3) + [0, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]

  @Test func valuesInTheirOrder() throws {
    let file = try memoryFile(Self.sample), reader = pulling(file)
    #expect(
      try describe(reader, 8)
        == "table 1 of 3, 1.0, true, 2.0, again 1, 'x', object 2 torch.FloatTensor 1: [2] [1] 2, object 3 torch.FloatStorage 1: [0.0, 1.0, 2.0]"
    )
    let error = #expect(throws: SconceError.self) { try reader.next() }
    #expect(error?.message == "the file ends within a tag (at byte \(Self.sample.count))")
  }

  @Test("every truncation and every changed byte ends in a value or a SconceError")
  func hostile() throws {
    for n in Self.sample.indices {
      for byte in [0, 1, 127, 128, 255] as [UInt8] {
        var bytes = Self.sample
        bytes[n] = byte
        for copy in [bytes, Array(Self.sample[..<n])] {
          let reader = pulling(try memoryFile(copy))
          var values = 0
          while (try? describe(reader, 1)) != nil { values += 1 }
          #expect(values <= copy.count)
        }
      }
    }
  }

  @Test("the trace covers every byte once")
  func trace() throws {
    let reader = pulling(try memoryFile(Self.sample))
    var parts: [(T7Part, Range<Int>)] = []
    reader.file.trace = { parts.append(($0, $1)) }
    _ = try describe(reader, 8)
    #expect(parts.first?.0 == .tag && parts.last?.0 == .elements)
    var end = 0
    for (_, range) in parts { #expect(range.lowerBound == end); end = range.upperBound }
    #expect(end == Self.sample.count)
  }

  @Test(
    "what is wrong is said, and where",
    arguments: [
      (ints(9), "expected a tag from 0 to 8, got 9 (at byte 0)"),
      (ints(3, 1, 100), "expected a table size that fits the file, got 100 (at byte 8)"),
      (ints(2, -1), "expected a string length that fits the file, got -1 (at byte 4)"),
      (ints(2, 3) + [65, 65], "expected a string length that fits the file, got 3 (at byte 4)"),
      (ints(1, 0), "the file ends within a number (at byte 4)"),
      (ints(8, 1, 5), "expected a function length that fits the file, got 5 (at byte 8)"),
      (ints(4, 1, 70), "expected a version that fits the file, got 70 (at byte 8)"),
      (ints(4, 1) + text("V 1") + ints(9), "expected a class name that fits the file, got 9 (at byte 15)"),
    ])
  func complaints(bytes: [UInt8], message: String) throws {
    let error = #expect(throws: SconceError.self) { try pulling(try memoryFile(bytes)).next() }
    #expect(error?.message == message)
  }
}

func memoryFile(_ bytes: [UInt8] = []) throws -> File {
  let file = File(try MemoryStream(in: .process), reading: true, writing: true)
  file.isBinary = true
  _ = try bytes.withUnsafeBytes { try file.writeString($0) }
  try file.stream.seek(0)
  return file
}

/// A reader for a caller that keeps everything.
func pulling(_ file: File) -> T7Reader {
  var known: Set<Int32> = []
  return T7Reader(file) { !known.insert($0).inserted }
}

/// The next `count` values, with what tensors and storages wrote.
func describe(_ reader: T7Reader, _ count: Int) throws -> String {
  var words: [String] = []
  for _ in 0..<count {
    switch try reader.next() {
    case .null: words.append("nil")
    case .number(let d): words.append("\(d)")
    case .boolean(let b): words.append("\(b)")
    case .string(let bytes): words.append("'\(String(decoding: bytes, as: UTF8.self))'")
    case .table(let id, let pairs): words.append("table \(id) of \(pairs)")
    case .again(let id): words.append("again \(id)")
    case .function(let id, let code, _): words.append("function \(id ?? 0) of \(code.count)")
    case .object(let id, let version, let name):
      var word = "object \(id) \(name) \(version)"
      if DType.allCases.contains(where: { $0.typename == name }) {
        let head = try reader.tensor()
        word += ": \(head.sizes) \(head.strides) \(head.offset)"
      } else if let dtype = DType.allCases.first(where: { $0.storageTypename == name }) {
        let storage = try reader.storage(dtype, in: .process)
        word += ": \(try Tensor(storage, offset: 0, sizes: [storage.count], strides: [1]).doubles)"
      }
      words.append(word)
    }
  }
  return words.joined(separator: ", ")
}

func ints(_ values: Int32...) -> [UInt8] { values.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) } }
func longs(_ values: Int...) -> [UInt8] { values.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) } }
func double(_ x: Double) -> [UInt8] { withUnsafeBytes(of: x.bitPattern.littleEndian, Array.init) }
func text(_ string: String) -> [UInt8] { ints(Int32(string.utf8.count)) + Array(string.utf8) }
