import SconceErrors
import SconceTensor

extension Check {
  /// As many elements as another tensor has, in whatever shape.
  func sameCount(_ t: Tensor, _ label: StaticString, as other: Tensor) throws(SconceError) {
    if t.count != other.count { throw mismatch(t, label, other.extent) }
  }
}
