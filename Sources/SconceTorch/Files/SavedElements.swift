import SconceLua
import SconceTensor

/// A tensor or a storage as it lies in a file: what its elements are there, and what it becomes here.
///
/// Machines with a GPU save types of their own, laid out as those of the processor. They become their plain
/// counterparts; half precision, which no layer computes with here, becomes single.
struct SavedElements {
  let kind: Kind
  /// The elements of a storage in the file.
  let stored: DType

  /// By class name: `torch.FloatTensor`, `torch.CudaStorage` …
  static let all: [String: SavedElements] = {
    var all: [String: SavedElements] = [:]
    for dtype in DType.allCases {
      all[dtype.typename] = SavedElements(kind: Kind(dtype), stored: dtype)
      all[dtype.storageTypename] = SavedElements(kind: .storage(dtype.rawValue), stored: dtype)
    }
    for (prefix, dtype) in onGPU {
      let plain = dtype == .half ? .float : dtype
      all["torch.\(prefix)Tensor"] = SavedElements(kind: Kind(plain), stored: dtype)
      all["torch.\(prefix)Storage"] = SavedElements(kind: .storage(plain.rawValue), stored: dtype)
    }
    return all
  }()

  /// What a type of tensors is called here that a file calls otherwise.
  static func plain(_ typename: String) -> String? {
    guard let dtype = all[typename]?.kind.dtype, dtype.typename != typename else { return nil }
    return dtype.typename
  }

  private static let onGPU: [(String, DType)] = [
    ("Cuda", .float), ("CudaHalf", .half), ("CudaDouble", .double), ("CudaByte", .byte), ("CudaChar", .char),
    ("CudaShort", .short), ("CudaInt", .int), ("CudaLong", .long), ("Cl", .float),
  ]
}
