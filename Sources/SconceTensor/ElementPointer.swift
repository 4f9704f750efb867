import SconceErrors

/// A place in a storage, as C's pointers are: `torch.data(t)[i]` counts from 0, and `p + n` moves.
///
/// It names an element of the storage, not an address, so nothing dangles when the storage grows. As scripts rely on, it may
/// move out of the storage, `p - 1` for counting from 1: what is read and written through it is checked, not where it is.
public final class ElementPointer {
  /// All elements of the storage from there on; none if it is outside.
  public let view: Tensor

  public init(_ storage: Storage, at offset: Int) throws(SconceError) {
    guard offset.magnitude < 1 << 48 else {
      throw SconceError("expected a place less than 2^48 elements from the first, got one further away")
    }
    view = Tensor(storage.dtype, in: storage.memory)
    try view.set(storage, offset: 0, 0, { _ in 0 }, { _ in 0 })
    let count = storage.count - offset
    if offset >= 0, count > 0 { view.set(1, { _ in count }, { _ in 1 }) }
    view.move(by: offset)
  }
}
