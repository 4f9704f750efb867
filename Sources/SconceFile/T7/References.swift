/// The numbers of objects that were written to a file, so that one that comes again is the same one.
public struct References {
  /// Off: everything is written anew, and what is read is new.
  public var isOn = true
  private var numbers: [UnsafeRawPointer: Int32] = [:]
  private var last: Int32 = 0
  private var kept: [AnyObject] = []

  /// A number for something that comes only once.
  public mutating func number() -> Int32 {
    last &+= 1
    return last
  }
  /// The number of what lies at this address and stays there as long as the file; whether it is a new one.
  public mutating func number(at address: UnsafeRawPointer) -> (number: Int32, isNew: Bool) {
    if isOn, let known = numbers[address] { return (known, false) }
    if isOn { numbers[address] = last &+ 1 }
    return (number(), true)
  }
  /// The same for an object, which is kept, and lies at another address than its own if it stands for something else.
  mutating func number(of object: AnyObject, at address: UnsafeRawPointer? = nil) -> (number: Int32, isNew: Bool) {
    let result = number(at: address ?? UnsafeRawPointer(Unmanaged.passUnretained(object).toOpaque()))
    if isOn, result.isNew { kept.append(object) }
    return result
  }
}
