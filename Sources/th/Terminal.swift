import Glibc
import SconceREPL

/// What came of a prompt.
enum Typed {
  case line(String)
  /// Ctrl-C: what has been typed is not to be run.
  case nothing
  /// The end of the input.
  case end
}

/// Lines typed at a terminal, with editing, the lines before, and completion by the tabulator.
final class Terminal {
  private var editor = LineEditor()
  private let complete: (String) -> (names: [String], typed: Int)

  /// - complete: the names that may stand at the end of what is typed, and how many characters of them are there.
  init(complete: @escaping (String) -> (names: [String], typed: Int)) { self.complete = complete }

  func readLine(_ prompt: String) -> Typed {
    // While a line is typed, keys come as they are; what a line starts is interrupted as usual.
    var cooked = termios()
    guard tcgetattr(0, &cooked) == 0 else { return .end }
    var raw = cooked
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    tcsetattr(0, TCSADRAIN, &raw)
    defer { tcsetattr(0, TCSADRAIN, &cooked) }
    var decoder = KeyDecoder()
    show(prompt)
    while true {
      var byte: UInt8 = 0
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return .end }
      guard let key = decoder.next(byte) else { continue }
      switch key {
      case .enter:
        editor.apply(.end)
        show(prompt)
        return .line(finish("\n"))
      case .interrupt:
        _ = finish("^C\n")
        return .nothing
      case .close where editor.characters.isEmpty:
        write("\n")
        return .end
      case .close: editor.apply(.delete)
      case .clear: write("\u{1b}[H\u{1b}[2J")
      case .tab: goOn()
      default: editor.apply(key)
      }
      show(prompt)
    }
  }

  private func finish(_ end: String) -> String {
    let line = editor.text
    editor.finish()
    write(end)
    return line
  }

  /// What all names have in common is typed; if that is nothing new, they are listed.
  private func goOn() {
    let (names, typed) = complete(editor.beforeCursor)
    guard let first = names.first else { return }
    let common = names.dropFirst().reduce(first) { a, b in String(zip(a, b).prefix { $0 == $1 }.map(\.0)) }
    if common.count > typed { editor.insert(String(common.dropFirst(typed))) } else if names.count > 1 { list(names) }
  }

  private func list(_ names: [String]) {
    let width = (names.map(\.count).max() ?? 0) + 2, perRow = max(1, columns / width)
    var text = "\n"
    for (i, name) in names.enumerated() {
      let isLast = i + 1 == names.count || (i + 1) % perRow == 0
      text += isLast ? name + "\n" : name + String(repeating: " ", count: width - name.count)
    }
    write(text)
  }

  /// The part of the line around the cursor that fits into a row.
  private func show(_ prompt: String) {
    let room = max(8, columns - prompt.count - 1), characters = editor.characters
    let first = max(0, editor.cursor - room), last = min(characters.count, first + room)
    write("\r\(prompt)\(String(characters[first..<last]))\u{1b}[K")
    let behind = cells(characters[editor.cursor..<max(last, editor.cursor)])
    if behind > 0 { write("\u{1b}[\(behind)D") }
  }

  private func cells(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// Chinese, Japanese, Korean, and pictures.
  private func isWide(_ character: Character) -> Bool {
    switch character.unicodeScalars.first!.value {
    case 0x1100..<0x1160, 0x2e80..<0xa4d0, 0xac00..<0xd7a4, 0xf900..<0xfb00, 0xfe30..<0xfe70, 0xff00..<0xff61,
      0xffe0..<0xffe7, 0x1f300..<0x1fb00, 0x20000..<0x3fffe:
      true
    default: false
    }
  }

  private var columns: Int {
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  private func write(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }
}
