import SconceErrors

/// A place in a storage, as C's pointers are: `torch.data(t)[i]` counts from 0, and `p + n` moves.
///
/// It names an element of the storage, not an address, so nothing dangles when the storage grows.
public final class ElementPointer {
  /// All elements of the storage from there on.
  public let view: Tensor

  public init(_ storage: Storage, at offset: Int) throws(SconceError) {
    guard offset >= 0, offset <= storage.count else {
      throw SconceError("expected a place within a storage of \(storage.count) elements, got \(offset &+ 1)")
    }
    view = Tensor(storage.dtype, in: storage.memory)
    let count = storage.count - offset
    try view.set(storage, offset: offset, 1, { _ in count }, { _ in 1 })
  }
}
