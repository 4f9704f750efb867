import CSimd

/// The gradient of a convolution's weights where there are many: for each output channel and tap the sum of `gradient ·
/// element under the tap` over windows of some pictures, as a product of matrices.
///
/// What lies under the taps is copied into panels, window by window, and the weights are read and written once for all
/// windows at hand, in their own order.
@frozen public struct PatchGradient {
  /// Output channels, and taps of each that are computed.
  public var outputs, taps: Int
  /// An output channel's elements, those of all pictures side by side, channels `gradientStep` apart.
  public var gradient: UnsafeRawPointer
  public var gradientStep: Int
  /// Of the pictures: how many, and in each the windows that count.
  public var pictures, rows, columns: Int
  /// The inputs, spread, `pictureStep` apart, and where each tap finds its first element.
  public var planes: UnsafeRawPointer
  public var pictureStep, pitch: Int
  public var offsets: UnsafePointer<Int>
  /// Added to, times `scale`; a channel's taps lie side by side, channels `weightStep` apart.
  public var weights: UnsafeMutableRawPointer
  public var weightStep: Int
  public var scale: Double
  /// Room for ``work(windows:taps:)`` elements.
  public var work: UnsafeMutableRawPointer

  public init(
    outputs: Int, taps: Int, gradient: UnsafeRawPointer, gradientStep: Int, pictures: Int, rows: Int, columns: Int,
    planes: UnsafeRawPointer, pictureStep: Int, pitch: Int, offsets: UnsafePointer<Int>,
    weights: UnsafeMutableRawPointer, weightStep: Int, scale: Double, work: UnsafeMutableRawPointer
  ) {
    (self.outputs, self.taps, self.gradient, self.gradientStep) = (outputs, taps, gradient, gradientStep)
    (self.pictures, self.rows, self.columns, self.planes) = (pictures, rows, columns, planes)
    (self.pictureStep, self.pitch, self.offsets) = (pictureStep, pitch, offsets)
    (self.weights, self.weightStep, self.scale, self.work) = (weights, weightStep, scale, work)
  }

  /// Panels of any level's width, windows and lanes in fours, and a tile's results where the last panel is not full.
  public static func work(windows: Int, taps: Int) -> Int { (windows + 4) * (taps + taps / 3 + 48) + 8 * 48 }
}

@frozen public struct PatchGradientKernel: Sendable {
  public let call: @Sendable (_ gradient: PatchGradient) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { it in
      let width = 3 &* V.scalarCount, windows = it.pictures &* it.rows &* it.columns
      let edge = it.work.assumingMemoryBound(to: V.Scalar.self), panels = edge + 8 &* width
      // A panel's last windows are followed by what is copied beyond the end of their row.
      let step = (width &+ 3) & ~3, panel = (windows &+ 4) &* step
      var t = 0
      while t < it.taps {
        copyPatches(isa, vector, it, t, panels + t / width &* panel, step)
        t &+= width
      }
      let gradient = it.gradient.assumingMemoryBound(to: V.Scalar.self)
      let weights = it.weights.assumingMemoryBound(to: V.Scalar.self)
      let update = Update(alpha: V.Scalar(it.scale), beta: 1)
      var o = 0
      while o < it.outputs {
        let height = min(I.tileRows, it.outputs &- o)
        let rows = EvenRows(gradient + o &* it.gradientStep, it.gradientStep)
        var t = 0
        while t < it.taps {
          let c = weights + (o &* it.weightStep &+ t), isWhole = t &+ width <= it.taps
          let columns = EvenRows(UnsafePointer(panels + t / width &* panel), step)
          if isWhole {  // not read before the sum is there, and would be waited for then
            for y in 0..<height { for v in 0..<3 { simd_prefetch(c + (y &* it.weightStep &+ v &* V.scalarCount)) } }
          }
          multiplyPanel(
            isa, OuterPanel<V, 3>.self, height, Terms(windows, step: 1), rows, columns,
            isWhole ? update : Update(alpha: 1, beta: 0), isWhole ? c : edge, isWhole ? it.weightStep : width)
          if !isWhole {
            for y in 0..<height {
              for x in 0..<it.taps &- t { update(c + (y &* it.weightStep &+ x), edge[y &* width &+ x]) }
            }
          }
          t &+= width
        }
        o &+= height
      }
    }
  }
}

/// One panel: for each window what lies under three registers' taps. Four windows and four taps are turned round at a
/// time; what goes beyond the end of a row of windows is written over by the next.
@inlinable @inline(never)
func copyPatches<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: PatchGradient, _ first: Int, _ panel: UnsafeMutablePointer<V.Scalar>,
  _ step: Int
) {
  let planes = it.planes.assumingMemoryBound(to: V.Scalar.self)
  var target = panel
  for picture in 0..<it.pictures {
    for y in 0..<it.rows {
      let row = planes + (picture &* it.pictureStep &+ y &* it.pitch)
      var lane = 0
      while lane < step {
        // Lanes without a tap get the last one's elements.
        @inline(__always) func tap(_ i: Int) -> UnsafePointer<V.Scalar> {
          row + it.offsets[min(first &+ lane &+ i, it.taps &- 1)]
        }
        let (a, b, c, d) = (tap(0), tap(1), tap(2), tap(3))
        var x = 0
        while x < it.columns {
          transposeRows(
            SIMD4.load(a + x), SIMD4.load(b + x), SIMD4.load(c + x), SIMD4.load(d + x), target + (x &* step &+ lane),
            step)
          x &+= 4
        }
        lane &+= 4
      }
      target += it.columns &* step
    }
  }
}

extension PerFloat where Kernel == PatchGradientKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
