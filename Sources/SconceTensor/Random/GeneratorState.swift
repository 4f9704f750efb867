import SconceErrors

/// What a generator will draw next, as the original lays it out: a ByteTensor of 5,048 elements, which may come from a
/// file that the original wrote.
extension Generator {
  // Where things lie: seed, left and "seeded" (int32), next; 624 words of 8 bytes; the pair; whether it waits (int32).
  private enum Place {
    static let left = 8, seeded = 12, next = 16, words = 24, pair = words + 8 * Generator.words, waits = pair + 24
    static let size = waits + 8
  }

  /// Bytes of a state.
  public static var stateSize: Int { Place.size }
  public static var typename: String { "torch.Generator" }

  /// `bytes` becomes the state.
  public func save(into bytes: Tensor) throws(SconceError) {
    let check = Check("torch.getRNGState")
    try check(bytes.dtype == .byte, "expected torch.ByteTensor, got \(bytes.dtype.typename)")
    let packed = try Tensor(.byte, [Place.size]), p = packed.base
    p.storeBytes(of: initialSeed, as: UInt64.self)
    p.storeBytes(of: Int32(left), toByteOffset: Place.left, as: Int32.self)
    p.storeBytes(of: 1, toByteOffset: Place.seeded, as: Int32.self)
    p.storeBytes(of: next, toByteOffset: Place.next, as: Int.self)
    for i in 0..<Generator.words {
      p.storeBytes(of: UInt64(state[i]), toByteOffset: Place.words + 8 * i, as: UInt64.self)
    }
    p.storeBytes(of: pair.angle, toByteOffset: Place.pair, as: Double.self)
    p.storeBytes(of: pair.height, toByteOffset: Place.pair + 8, as: Double.self)
    p.storeBytes(of: pair.radius, toByteOffset: Place.pair + 16, as: Double.self)
    p.storeBytes(of: pair.isWaiting ? 1 : 0, toByteOffset: Place.waits, as: Int32.self)
    try bytes.resize([Place.size])
    try bytes.copy(packed)
  }

  /// Goes on from a state. One that no generator can be in is refused.
  public func restore(_ bytes: Tensor) throws(SconceError) {
    let check = Check("torch.setRNGState")
    try check(
      bytes.dtype == .byte && bytes.count == Place.size,
      "expected a ByteTensor of \(Place.size) elements, got a \(bytes.dtype.typename) of \(bytes.extent)")
    let packed = try Tensor(.byte, [Place.size])
    try packed.copy(bytes)
    let p = UnsafeRawPointer(packed.base)
    let left = Int(p.load(fromByteOffset: Place.left, as: Int32.self))
    let next = p.load(fromByteOffset: Place.next, as: Int.self)
    try check(
      (1...Generator.words).contains(left)
        && (left == 1 ? next == 0 || next == 624 : next == Generator.words + 1 - left),
      "expected a state of a generator, got other bytes")
    (self.left, self.next, initialSeed) = (left, next, p.load(as: UInt64.self))
    for i in 0..<Generator.words {
      state[i] = UInt32(
        truncatingIfNeeded: p.load(fromByteOffset: Place.words + 8 * i, as: UInt64.self))
    }
    pair = NormalPair(
      angle: p.load(fromByteOffset: Place.pair, as: Double.self),
      height: p.load(fromByteOffset: Place.pair + 8, as: Double.self),
      radius: p.load(fromByteOffset: Place.pair + 16, as: Double.self),
      isWaiting: p.load(fromByteOffset: Place.waits, as: Int32.self) != 0)
  }
}
