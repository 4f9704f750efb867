import SconceErrors
import SconceKernels

extension Tensor {
  /// Whether no element is 0. Of bytes; there must be one.
  public func all() throws(SconceError) -> Bool { try truth(kernels.reductions.smallest, Check("torch.all")) }
  /// Whether some element is not 0. Of bytes; there must be one.
  public func any() throws(SconceError) -> Bool { try truth(kernels.reductions.largest, Check("torch.any")) }

  private func truth(_ family: PerDType<FoldKernel>, _ check: Check) throws(SconceError) -> Bool {
    try check(dtype == .byte, "expected torch.ByteTensor, got \(dtype.typename)")
    try check.elements(self)
    return Fold(family, .byte).total(self) as Int64 != 0
  }
}
