import JSONText

/// A document being read: the names it may use, and the errors found so far.
///
/// Its methods return `nil` for what cannot be read and note why, so that all errors are reported together.
struct Reading {
  let vocabulary: Vocabulary
  private var mismatches: [JSONMismatch] = []

  /// How many errors are reported.
  private static let limit = 100
  /// How many are noted; the number is limited because finding an error's line means scanning all the text before it.
  private static let noteLimit = 2 * limit

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Returns what was read, or throws if anything was wrong.
  func finish<Result>(_ result: Result?, file: String) throws(ScenarioErrors) -> Result {
    guard mismatches.isEmpty, let result else {
      let inOrder = mismatches.enumerated().sorted { first, second in
        (first.element.position.offset, first.offset) < (second.element.position.offset, second.offset)
      }
      throw ScenarioErrors(inOrder.prefix(Self.limit).map { ScenarioError(file: file, $0.element) })
    }
    return result
  }

  /// Whether no errors have been found so far.
  var isClean: Bool { mismatches.isEmpty }

  /// Notes an error, unless too many have been noted already.
  mutating func note(_ mismatch: @autoclosure () -> JSONMismatch) {
    note(making: mismatch)
  }

  private mutating func note(making mismatch: () -> JSONMismatch) {
    if mismatches.count < Self.noteLimit { mismatches.append(mismatch()) }
  }

  /// Notes that a value is not what was expected, and returns `nil`.
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

  /// What to print as found: the text of a scalar, or the kind of a container.
  private static func shown(_ value: JSONValue) -> String {
    switch value.kind {
    case .array, .object: return value.kind.description
    default:
      let text = value.text
      return text.unicodeScalars.count <= 60 ? text : "\(String(text.unicodeScalars.prefix(57)))…"
    }
  }

  /// A name in quotation marks, escaped as JSON and truncated to fit a one-line message.
  static func quoted(_ name: String) -> String {
    var writer = JSONWriter()
    writer.string(name.unicodeScalars.count <= 60 ? name : "\(String(name.unicodeScalars.prefix(57)))…")
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The name among candidates that was probably meant.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    // The object reader can spot misspellings, so look up the candidates in an object with a member of this name.
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
