import Sconce
import SconceREPL
import Testing

@Suite("What is typed") struct LineEditorTests {
  /// The keys that these bytes are.
  private func keys(_ bytes: String) -> [Key] {
    var decoder = KeyDecoder()
    return bytes.utf8.compactMap { decoder.next($0) }
  }
  private func editor(_ bytes: String) -> LineEditor {
    var editor = LineEditor()
    for key in keys(bytes) { if key == .enter { editor.finish() } else { editor.apply(key) } }
    return editor
  }

  @Test(
    "bytes become keys",
    arguments: [
      ("a", [Key.character("a")]), ("é猫", [.character("é"), .character("猫")]), ("\r", [.enter]), ("\t", [.tab]),
      ("\u{1b}[A\u{1b}OB", [.up, .down]), ("\u{1b}[3~x", [.delete, .character("x")]), ("\u{1b}[1;5C", [.other]),
      ("\u{1b}x", [.other]), ("\u{3}\u{4}\u{7f}", [.interrupt, .close, .backspace]), ("\u{1}\u{5}", [.home, .end]),
      ("\u{1b}[12345678901", [.other, .character("8"), .character("9"), .character("0"), .character("1")]),
    ])
  func decoded(bytes: String, expected: [Key]) { #expect(keys(bytes) == expected) }

  @Test("bytes that are no text are no key")
  func broken() {
    var decoder = KeyDecoder()
    #expect(decoder.next(0xc3) == nil)
    #expect(decoder.next(0x28) == .other)
    #expect(decoder.next(0x61) == .character("a"))
  }

  @Test(
    "a line is edited",
    arguments: [
      ("abc", "abc", 3), ("abc\u{1b}[D\u{1b}[Dx", "axbc", 2), ("abc\u{1b}[H\u{1b}[3~", "bc", 0),
      ("abc\u{7f}\u{7f}", "a", 1),
      ("ab cd  \u{17}", "ab ", 3), ("ab cd\u{1}\u{b}x", "x", 1), ("abc\u{1b}[D\u{15}", "c", 0),
      ("\u{7f}\u{1b}[D\u{1b}[3~\u{1b}[C", "", 0),
    ])
  func edited(bytes: String, text: String, cursor: Int) {
    let editor = editor(bytes)
    #expect(editor.text == text)
    #expect(editor.cursor == cursor)
  }

  @Test("lines before are found again, and the new one behind them")
  func history() {
    #expect(editor("one\rtwo\r\u{1b}[A\u{1b}[A").text == "one")
    #expect(editor("one\rtwo\r\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[B").text == "two")
    #expect(editor("one\rne\u{1b}[A\u{1b}[Bw").text == "new")
    #expect(editor("one\rone\r\r\u{1b}[A\u{1b}[A").text == "one")
    #expect(editor("\u{1b}[A\u{1b}[B").text == "")
  }

  @Test("names that may follow")
  func names() throws {
    let evaluator = Evaluator(try Interpreter())
    let names = evaluator.complete("x = nn.SpatialFullC")
    #expect(names.names == ["SpatialFullConvolution", "SpatialFullConvolutionMap"])
    #expect(names.typed == 12)
    #expect(evaluator.complete("nosuch.").names == [])
  }
}
