/// The line that is being typed: keys change it, and go through the lines before it. No terminal is needed.
public struct LineEditor {
  public private(set) var characters: [Character] = []
  /// How many characters lie before the cursor.
  public private(set) var cursor = 0
  private var history: [String] = []
  /// The place in the history, which lies behind it while a new line is typed, and that line.
  private var place = 0, draft = ""

  public init() {}

  public var text: String { String(characters) }
  /// What completion goes by.
  public var beforeCursor: String { String(characters[..<cursor]) }

  /// Begins a new line; the one that was typed is kept, unless it is empty or the same as the last.
  public mutating func finish() {
    if !characters.isEmpty, history.last != text { history.append(text) }
    place = history.count
    replace("")
  }

  /// Changes the line as a key says; those that end it, and completion, are their caller's.
  public mutating func apply(_ key: Key) {
    switch key {
    case .character(let c): insert(String(c))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(characters.count, cursor + 1))
    case .killToEnd: remove(cursor..<characters.count)
    case .killToStart: remove(0..<cursor)
    case .killWord: remove(startOfWord..<cursor)
    case .up: go(to: place - 1)
    case .down: go(to: place + 1)
    case .enter, .tab, .clear, .interrupt, .close, .other: break
    }
  }

  public mutating func insert(_ text: String) {
    characters.insert(contentsOf: text, at: cursor)
    cursor += text.count
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private mutating func go(to new: Int) {
    guard new >= 0, new <= history.count else { return }
    if place == history.count { draft = text }
    place = new
    replace(new == history.count ? draft : history[new])
  }

  private mutating func replace(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }
}
