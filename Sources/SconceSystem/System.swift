import SconceLua

extension Library {
  /// `require 'sconce.system'`: what `paths`, `sys`, `xlua` and `torch.Timer` ask of the operating system.
  public static func system() -> Library {
    var system = Library("system")
    system.defineFolders()
    system.defineClocks()
    system.defineSurroundings()
    return system
  }
}

/// A path, as the system takes it: bytes up to a zero, not text.
struct Path: Argument {
  let bytes: UnsafePointer<CChar>
  static var type: ArgumentType { ArgumentType("string", .string) }
  static func read(_ call: Call, _ index: Int32) -> Path { Path(bytes: call[parameter: index].string) }
}
