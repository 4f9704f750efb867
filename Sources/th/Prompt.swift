import CInterrupt
import Glibc
import Sconce
import SconceREPL

/// A plain line a time; a line that is not yet a whole goes on in the next. Ctrl-C stops what a line has begun.
func prompt(_ interpreter: Interpreter) {
  let evaluator = Evaluator(interpreter, describing: try? interpreter.call("require", "trepl.text")[0])
  let isTerminal = isatty(0) != 0
  var text = ""
  while true {
    sc_interrupt_disarm()
    if isTerminal { print(text.isEmpty ? "th> " : "..> ", terminator: ""); fflush(nil) }
    guard let line = readLine() else { break }
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
  if isTerminal { print() }
}
