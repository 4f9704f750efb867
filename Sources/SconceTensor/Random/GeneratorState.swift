import SconceErrors

/// What a generator will draw next, as the original lays it out: a ByteTensor of 5,048 elements, which may come from a
/// file that the original wrote.
extension Generator {
  // Where things lie: seed, left and "seeded" (int32), next; 624 words of 8 bytes; the pair; whether it waits (int32).
  private enum Layout {
    static let left = 8, seeded = 12, next = 16, words = 24, pair = words + 8 * Generator.words, waits = pair + 24
    static let size = waits + 8
  }

  /// Bytes of a state.
  public static var stateSize: Int { Layout.size }
  public static var typename: String { "torch.Generator" }

  /// `bytes` becomes the state.
  public func save(into bytes: Tensor) throws(SconceError) {
    let check = Check("torch.getRNGState")
    try check(bytes.dtype == .byte, "expected torch.ByteTensor, got \(bytes.dtype.typename)")
    let packed = try Tensor(.byte, [Layout.size]), p = packed.base
    p.storeBytes(of: initialSeed, as: UInt64.self)
    p.storeBytes(of: Int32(place.pointee.left), toByteOffset: Layout.left, as: Int32.self)
    p.storeBytes(of: 1, toByteOffset: Layout.seeded, as: Int32.self)
    p.storeBytes(of: place.pointee.next, toByteOffset: Layout.next, as: Int.self)
    for i in 0..<Generator.words {
      p.storeBytes(of: UInt64(state[i]), toByteOffset: Layout.words + 8 * i, as: UInt64.self)
    }
    p.storeBytes(of: pair.angle, toByteOffset: Layout.pair, as: Double.self)
    p.storeBytes(of: pair.height, toByteOffset: Layout.pair + 8, as: Double.self)
    p.storeBytes(of: pair.radius, toByteOffset: Layout.pair + 16, as: Double.self)
    p.storeBytes(of: pair.isWaiting ? 1 : 0, toByteOffset: Layout.waits, as: Int32.self)
    try bytes.resize([Layout.size])
    try bytes.copy(packed)
  }

  /// Goes on from a state. One that no generator can be in is refused.
  public func restore(_ bytes: Tensor) throws(SconceError) {
    let check = Check("torch.setRNGState")
    try check(
      bytes.dtype == .byte && bytes.count == Layout.size,
      "expected a ByteTensor of \(Layout.size) elements, got a \(bytes.dtype.typename) of \(bytes.extent)")
    let packed = try Tensor(.byte, [Layout.size])
    try packed.copy(bytes)
    let p = UnsafeRawPointer(packed.base)
    let left = Int(p.load(fromByteOffset: Layout.left, as: Int32.self))
    let next = p.load(fromByteOffset: Layout.next, as: Int.self)
    try check(
      (1...Generator.words).contains(left)
        && (left == 1 ? next == 0 || next == 624 : next == Generator.words + 1 - left),
      "expected a state of a generator, got other bytes")
    (place.pointee, initialSeed) = (Place(next: next, left: left), p.load(as: UInt64.self))
    for i in 0..<Generator.words {
      state[i] = UInt32(
        truncatingIfNeeded: p.load(fromByteOffset: Layout.words + 8 * i, as: UInt64.self))
    }
    makeNumbers()
    pair = NormalPair(
      angle: p.load(fromByteOffset: Layout.pair, as: Double.self),
      height: p.load(fromByteOffset: Layout.pair + 8, as: Double.self),
      radius: p.load(fromByteOffset: Layout.pair + 16, as: Double.self),
      isWaiting: p.load(fromByteOffset: Layout.waits, as: Int32.self) != 0)
  }
}
