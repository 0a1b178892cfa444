import JSONText

extension JSONValue {
  /// What an error shows as found: the text of a scalar, or the kind of a container.
  var shown: String {
    switch kind {
    case .array, .object: return kind.description
    default:
      let text = text
      return text.unicodeScalars.count <= 60 ? text : "\(text.prefix(57))…"
    }
  }
}
