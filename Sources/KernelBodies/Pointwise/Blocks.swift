// Elements that do not lie side by side are worked on in blocks, which fit the fastest cache: brought together, computed
// by the same vector code as all others, and put back. So a kernel needs no loop for each layout, and an element comes
// out the same in all of them.
//
// What is here is the same for all kernels and knows only widths; it is compiled once. A kernel that has all of it
// inlined takes the optimizer a second.

/// What a kernel does with a block: the result, and its operands, as many as it has.
@usableFromInline typealias BlockBody = (
  _ count: Int, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ y: UnsafeRawPointer, _ z: UnsafeRawPointer
) -> Void

/// Whether two ranges of as many bytes have none in common.
@inlinable @inline(__always)
func apart(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ bytes: Int) -> Bool { a + bytes <= b || b + bytes <= a }

/// Elements of `width` bytes, those of the result of `outWidth`, in whatever way they lie. The result is one block with
/// the first operand, if they are of one width; otherwise apart from all.
@usableFromInline
func throughBlocks(
  _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ outWidth: Int, _ width: Int,
  _ a: UnsafeRawPointer, _ aStep: Int, _ b: UnsafeRawPointer? = nil, _ bStep: Int = 1,
  _ c: UnsafeRawPointer? = nil, _ cStep: Int = 1, _ body: BlockBody
) {
  // More than a kilobyte, or more than 16-byte alignment, is not lent on the stack.
  withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
    let isAlike = outWidth == width, blocks = (isAlike ? 1 : 2) + (b == nil ? 0 : 1) + (c == nil ? 0 : 1)
    let bytes = 1024 / blocks & -64, block = room.baseAddress!, first = isAlike ? block : block + bytes
    func operand(_ base: UnsafeRawPointer, _ step: Int, _ place: Int, _ mayBeResult: Bool = false) -> Operand {
      let isSafe =
        outStep != 1 || mayBeResult && base == out
        || base + count &* width <= out || out + count &* outWidth <= base
      return Operand(
        base: base, step: step, width: width, block: first + place &* bytes, isDirect: step == 1 && isSafe,
        isRepeated: step == 0 && outStep == 1, most: min(count, bytes / width))
    }
    let x = operand(a, aStep, 0, isAlike), y = operand(b ?? a, bStep, b == nil ? 0 : 1)
    let z = operand(c ?? a, cStep, c == nil ? 0 : 2)
    // Where the result is one element for all, each must see what the one before it has left there.
    let most = outStep == 0 ? 1 : bytes / width
    var done = 0
    while done < count {
      let n = min(most, count &- done), target = outStep == 1 ? out + done &* outWidth : block
      let p = x.next(n, after: done), q = b == nil ? p : y.next(n, after: done)
      body(n, target, p, q, c == nil ? p : z.next(n, after: done))
      if outStep != 1 { scatter(n, block, outWidth, into: out + done &* outStep &* outWidth, outStep) }
      done &+= n
    }
  }
}

/// What a loop reads, side by side: where it lies, or brought together in a block.
private struct Operand {
  let base: UnsafeRawPointer, step: Int, width: Int, block: UnsafeMutableRawPointer
  /// Whether loops may read it where it lies: it does so side by side, and nothing is written to it meanwhile.
  let isDirect: Bool
  /// One element for all, of which the block holds copies from the start: nothing else is written there.
  let isRepeated: Bool

  init(
    base: UnsafeRawPointer, step: Int, width: Int, block: UnsafeMutableRawPointer, isDirect: Bool, isRepeated: Bool,
    most: Int
  ) {
    (self.base, self.step, self.width, self.block) = (base, step, width, block)
    (self.isDirect, self.isRepeated) = (isDirect, isRepeated)
    if isRepeated { gather(most, base, 0, width, into: block) }
  }

  /// Elements `done ..< done + count`.
  func next(_ count: Int, after done: Int) -> UnsafeRawPointer {
    if isDirect { return base + done &* width }
    if !isRepeated { gather(count, base + done &* step &* width, step, width, into: block) }
    return UnsafeRawPointer(block)
  }
}

/// Brings `count` elements of `width` bytes together.
@usableFromInline
func gather(
  _ count: Int, _ from: UnsafeRawPointer, _ step: Int, _ width: Int, into block: UnsafeMutableRawPointer
) {
  if step == 1 { return block.copyMemory(from: from, byteCount: count &* width) }
  func move<T: BitwiseCopyable>(_ type: T.Type) {
    let from = from.assumingMemoryBound(to: T.self), block = block.assumingMemoryBound(to: T.self)
    for i in 0..<count { block[i] = from[i &* step] }
  }
  switch width {
  case 1: move(UInt8.self)
  case 2: move(UInt16.self)
  case 4: move(UInt32.self)
  default: move(UInt64.self)
  }
}

/// Puts them back.
@usableFromInline
func scatter(
  _ count: Int, _ block: UnsafeRawPointer, _ width: Int, into out: UnsafeMutableRawPointer, _ step: Int
) {
  if step == 1 { return out.copyMemory(from: block, byteCount: count &* width) }
  func move<T: BitwiseCopyable>(_ type: T.Type) {
    let block = block.assumingMemoryBound(to: T.self), out = out.assumingMemoryBound(to: T.self)
    for i in 0..<count { out[i &* step] = block[i] }
  }
  switch width {
  case 1: move(UInt8.self)
  case 2: move(UInt16.self)
  case 4: move(UInt32.self)
  default: move(UInt64.self)
  }
}
