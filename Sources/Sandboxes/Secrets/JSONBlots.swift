import JSONText

/// A JSON text in which some values are replaced by strings, and all else stays as it is.
struct JSONBlots {
  private let original: [UInt8]
  private var replacements: [(place: Range<Int>, string: [UInt8])] = []

  /// Nothing replaced yet.
  init(of text: [UInt8]) {
    original = text
  }

  /// Replaces a value of the text; values must come in the order of the text.
  mutating func replace(_ value: JSONValue, with string: String) {
    var writer = JSONWriter(reservingCapacity: string.utf8.count + 2)
    writer.string(string)
    replacements.append((value.bytes.startIndex..<value.bytes.endIndex, writer.bytes))
  }

  /// The text with its replacements.
  var text: [UInt8] {
    guard let last = replacements.last else { return original }
    var text: [UInt8] = []
    text.reserveCapacity(original.count + replacements.reduce(0) { $0 + $1.string.count })
    var end = 0
    for (place, string) in replacements {
      text += original[end..<place.lowerBound]
      text += string
      end = place.upperBound
    }
    return text + original[last.place.upperBound...]
  }
}
