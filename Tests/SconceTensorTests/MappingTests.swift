import Glibc
import SconceErrors
import SconceTensor
import Testing

@Suite("Mapping") struct MappingTests {
  /// A file of so many bytes, each its own number modulo 256.
  static func file(_ count: Int) -> String {
    var name = Array("/tmp/sconce-mapping-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name), bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    #expect(write(descriptor, bytes, count) == count)
    close(descriptor)
    return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  @Test("a storage has as many elements as fit the file, and lets them go", arguments: DType.allCases)
  func elements(dtype: DType) throws {
    let name = Self.file(27), memory = Memory()
    defer { unlink(name) }
    do {
      let storage = Storage(dtype, in: memory)
      try storage.map(Mapping(name, of: dtype, count: 0, shared: false))
      #expect(storage.count == 27 / dtype.stride)
      #expect(storage.elements.load(fromByteOffset: 1, as: UInt8.self) == 1)
      #expect(memory.live > 0)
      let part = try Storage(storage, first: 1, count: 1)
      #expect(part.elements == storage.elements + dtype.stride)
    }
    #expect(memory.live == 0)
  }

  @Test("many files count more than a large one: a collector is to let them go, and not to wait for as much again")
  func weight() throws {
    let small = Self.file(10), large = Self.file(1 << 20), memory = Memory()
    defer { unlink(small); unlink(large) }
    var storages: [Storage] = [], weights: [Int] = []
    for name in [small, large] {
      let before = memory.live, storage = Storage(.byte, in: memory)
      try storage.map(Mapping(name, of: .byte, count: 0, shared: true))
      storages.append(storage)
      weights.append(memory.live - before)
    }
    #expect(weights[0] >= 4096 && weights[1] < 1 << 20)
  }

  @Test("it is neither longer nor shorter, and no storage with elements becomes one")
  func refusals() throws {
    let name = Self.file(8)
    defer { unlink(name) }
    let storage = Storage(.int, in: .process), mapping = try Mapping(name, of: .int, count: 2, shared: false)
    try storage.map(mapping)
    for size in [1, 2, 3] {
      let error = #expect(throws: SconceError.self) { try storage.resize(to: size) }
      #expect(error?.message == "Trying to resize storage that is not resizable: a file has its elements")
    }
    #expect(throws: SconceError.self) { try storage.map(mapping) }
    #expect(throws: SconceError.self) { try Storage(.float, in: .process).map(mapping) }
    #expect(throws: SconceError.self) { try Mapping(name, of: .int, count: 3, shared: false) }
    #expect(throws: SconceError.self) { try Mapping(name, of: .int, count: .max, shared: true) }
  }

  @Test("what a file loses while it is mapped is zero")
  func cutShort() throws {
    let name = Self.file(100_000), storage = Storage(.byte, in: .process)
    defer { unlink(name) }
    try storage.map(Mapping(name, of: .byte, count: 0, shared: true))
    truncate(name, 10)
    #expect(storage.elements.load(fromByteOffset: 9, as: UInt8.self) == 9)
    #expect(try Tensor(viewing: storage).sum() == 45)
    storage.elements.storeBytes(of: 7, toByteOffset: 99_999, as: UInt8.self)
    #expect(storage.elements.load(fromByteOffset: 99_999, as: UInt8.self) == 7)
  }
}
