/// A number as messages show it: like a script's own, `2` and `nan`, not Swift's `2.0` and `-nan`.
public func shown(_ x: Double) -> String {
  if x.isNaN { return "nan" }
  return x == x.rounded() && x.magnitude < 1e15 ? "\(Int(x))" : "\(x)"
}
