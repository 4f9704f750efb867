import CInterrupt
import Glibc
import Sconce
import SconceREPL

/// A line a time; a line that is not yet a whole goes on in the next. Ctrl-C stops what a line has begun.
func prompt(_ interpreter: Interpreter) {
  let evaluator = Evaluator(interpreter, describing: try? interpreter.call("require", "trepl.text")[0])
  let next = lines(evaluator)
  var text = ""
  while true {
    sc_interrupt_disarm()
    let typed = next(text.isEmpty ? "th> " : "..> ")
    if case .nothing = typed { text = "" }
    if case .end = typed { break }
    guard case .line(let line) = typed else { continue }
    text += (text.isEmpty ? "" : "\n") + line
    sc_interrupt_arm()
    switch evaluator.evaluate(text) {
    case .incomplete: continue
    case .values(let values): for value in values { print(value) }
    case .error(let message, let traceback): fflush(nil); note(describe(SconceError(message, traceback: traceback)))
    }
    fflush(nil)
    text = ""
  }
}

/// Where lines come from: a terminal that can be written to anywhere, one that cannot, or no terminal at all.
private func lines(_ evaluator: Evaluator) -> (_ prompt: String) -> Typed {
  if isatty(0) != 0, isatty(1) != 0, let name = getenv("TERM"), strcmp(name, "dumb") != 0 {
    let terminal = Terminal(complete: evaluator.complete)
    return terminal.readLine
  }
  let isTerminal = isatty(0) != 0
  return { prompt in
    if isTerminal { print(prompt, terminator: ""); fflush(nil) }
    let line = readLine()
    if isTerminal, line == nil { print() }
    return line.map(Typed.line) ?? .end
  }
}
