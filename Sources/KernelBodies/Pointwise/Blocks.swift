// Elements that do not lie side by side are worked on in blocks, which fit the fastest cache: brought together, computed
// by the same vector code as all others, and put back. So a kernel needs no loop for each layout, and an element comes
// out the same in all of them. These loops are the same for all kernels; they are not inlined into them.

/// Bytes of a block. Three are a kilobyte at most, aligned to 16 bytes at most: more is not lent on the stack.
@inlinable @inline(__always) var blockBytes: Int { 256 }

/// Elements that are worked on together. Where the result is one element for all, each must see what the one before it
/// has left there.
@inlinable @inline(__always)
func blockLength<T>(_ type: T.Type, _ outStep: Int) -> Int { outStep == 0 ? 1 : blockBytes / MemoryLayout<T>.stride }

/// Whether two ranges of as many bytes have none in common.
@inlinable @inline(__always)
func apart(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ bytes: Int) -> Bool { a + bytes <= b || b + bytes <= a }

/// What a loop reads, side by side: where it lies, or brought together in a block.
@frozen @usableFromInline struct Operand<T: Element> {
  @usableFromInline let base: UnsafePointer<T>, step: Int, block: UnsafeMutablePointer<T>
  /// Whether loops may read it where it lies: it does so side by side, and nothing is written to it meanwhile.
  @usableFromInline let isDirect: Bool
  /// One element for all, of which the block holds copies from the start: nothing else is written there.
  @usableFromInline let isRepeated: Bool

  /// - mayBeResult: whether the loop has a form for an operand that is the result.
  @inlinable @inline(__always)
  init(
    _ base: UnsafeRawPointer, _ step: Int, _ block: UnsafeMutableRawPointer, count: Int,
    _ out: UnsafeRawPointer, _ outStep: Int, mayBeResult: Bool
  ) {
    self.base = base.assumingMemoryBound(to: T.self)
    self.step = step
    self.block = block.assumingMemoryBound(to: T.self)
    let isSafe = outStep != 1 || (mayBeResult && base == out) || apart(base, out, count &* MemoryLayout<T>.stride)
    isDirect = step == 1 && isSafe
    isRepeated = step == 0 && outStep == 1
    if isRepeated, count > 0 {
      let element = self.base.pointee
      for i in 0..<min(count, blockBytes / MemoryLayout<T>.stride) { self.block[i] = element }
    }
  }

  /// Elements `done ..< done + count`.
  @inlinable @inline(__always)
  func next(_ count: Int, after done: Int) -> UnsafePointer<T> {
    if isDirect { return base + done }
    if !isRepeated { gather(count, base + done &* step, step, MemoryLayout<T>.stride, into: block) }
    return UnsafePointer(block)
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
