import CLuaBridge

extension Bindings {
  /// Whether any form of a declaration takes arguments of these kinds. Tests ask, so that they can demand a refusal of
  /// the rest; a call asks its plans. `made`: what a constructor makes.
  package func accepts(_ kinds: [Kind], function index: Int, asMethod: Bool, made: Kind? = nil) -> Bool {
    let record = records + 2 * index + (asMethod ? 1 : 0)
    var trouble = Trouble()
    return patterns(record).contains { $0.match(kinds, made: made, &trouble) != nil }
  }
}
