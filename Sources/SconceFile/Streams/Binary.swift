import SconceTensor

// Elements as they lie in memory, or with their bytes the other way round.
extension File {
  func readBinary(_ dtype: DType, _ count: Int, _ target: UnsafeMutableRawPointer) -> Int {
    if dtype == .long, longSize == 4 { return readShortLongs(count, target.assumingMemoryBound(to: Int64.self)) }
    let done = stream.read(target, count * dtype.stride) / dtype.stride
    if isBigEndian { swapBytes(target, dtype.stride, done) }
    return done
  }

  func writeBinary(_ dtype: DType, _ count: Int, _ source: UnsafeRawPointer) -> Int {
    let width = width(dtype)
    if !isBigEndian && width == dtype.stride { return stream.write(source, count * width) / width }
    return withScratch { scratch, room in
      var done = 0
      while done < count {
        let n = min(count - done, room / 8)
        if width == dtype.stride {
          scratch.copyMemory(from: source + done * width, byteCount: n * width)
        } else {
          let longs = source.assumingMemoryBound(to: Int64.self) + done
          let ints = scratch.assumingMemoryBound(to: Int32.self)
          for i in 0..<n { ints[i] = Int32(truncatingIfNeeded: longs[i]) }
        }
        if isBigEndian { swapBytes(scratch, width, n) }
        let written = stream.write(scratch, n * width) / width
        done += written
        if written < n { break }
      }
      return done
    }
  }

  private func readShortLongs(_ count: Int, _ target: UnsafeMutablePointer<Int64>) -> Int {
    withScratch { scratch, room in
      var done = 0
      while done < count {
        let n = min(count - done, room / 4), read = stream.read(scratch, n * 4) / 4
        if isBigEndian { swapBytes(scratch, 4, read) }
        let ints = scratch.assumingMemoryBound(to: Int32.self)
        for i in 0..<read { target[done + i] = Int64(ints[i]) }
        done += read
        if read < n { break }
      }
      return done
    }
  }

  private func withScratch(_ body: (UnsafeMutableRawPointer, Int) -> Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { body($0.baseAddress!, $0.count) }
  }
}

private func swapBytes(_ p: UnsafeMutableRawPointer, _ width: Int, _ count: Int) {
  func swap<T: FixedWidthInteger>(_ type: T.Type) {
    let elements = p.assumingMemoryBound(to: T.self)
    for i in 0..<count { elements[i] = elements[i].byteSwapped }
  }
  switch width {
  case 2: swap(UInt16.self)
  case 4: swap(UInt32.self)
  case 8: swap(UInt64.self)
  default: break
  }
}
