import JSONText

/// A document being read: what may be used, and what was found to be wrong so far.
///
/// Its methods answer `nil` for what cannot be read, note why, and go on, so that everything is told at once.
struct Reading {
  let vocabulary: Vocabulary
  private var mismatches: [JSONMismatch] = []

  /// How many errors are told.
  private static let limit = 100
  /// How many are noted: to say in which line one is takes a look at all that stands before it.
  private static let noteLimit = 2 * limit

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// What was read, unless something was wrong.
  func finish<Result>(_ result: Result?, file: String) throws(ScenarioErrors) -> Result {
    guard mismatches.isEmpty, let result else {
      let inOrder = mismatches.enumerated().sorted { first, second in
        (first.element.position.offset, first.offset) < (second.element.position.offset, second.offset)
      }
      throw ScenarioErrors(inOrder.prefix(Self.limit).map { ScenarioError(file: file, $0.element) })
    }
    return result
  }

  /// Whether nothing was wrong so far.
  var isClean: Bool { mismatches.isEmpty }

  /// Notes what is wrong; of very many things only the first.
  mutating func note(_ mismatch: @autoclosure () -> JSONMismatch) {
    note(making: mismatch)
  }

  private mutating func note(making mismatch: () -> JSONMismatch) {
    if mismatches.count < Self.noteLimit { mismatches.append(mismatch()) }
  }

  /// Notes that a value is not what was expected, and answers `nil`.
  mutating func refuse<Result>(
    _ value: JSONValue, expected: String, found: String? = nil, suggestion: String? = nil
  ) -> Result? {
    note(making: {
      var mismatch = value.mismatch(expected: expected, found: found ?? Self.shown(value))
      mismatch.suggestion = suggestion
      return mismatch
    })
    return nil
  }

  /// What to print as found: the text of a scalar, the kind of a container.
  private static func shown(_ value: JSONValue) -> String {
    switch value.kind {
    case .array, .object: return value.kind.description
    default:
      let text = value.text
      return text.unicodeScalars.count <= 60 ? text : "\(String(text.unicodeScalars.prefix(57)))…"
    }
  }

  /// A name in quotation marks, escaped as JSON and cut, fit for a one-line message.
  static func quoted(_ name: String) -> String {
    var writer = JSONWriter()
    writer.string(name.unicodeScalars.count <= 60 ? name : "\(String(name.unicodeScalars.prefix(57)))…")
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The name among candidates that was probably meant.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    // The reader of objects knows what people misspell: a member of this name, asked for by the candidates' names.
    var writer = JSONWriter()
    writer.beginObject()
    writer.key(name)
    writer.null()
    writer.endObject()
    guard let object = try? JSONValue.parse(writer.bytes), var reader = try? object.asObject() else { return nil }
    for candidate in candidates { _ = reader.member(candidate) }
    return reader.unread.first?.suggestion
  }

  /// Names in quotation marks: `"a", "b" or "c"`.
  static func list(_ names: [String]) -> String {
    let quoted = names.map(quoted)
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
