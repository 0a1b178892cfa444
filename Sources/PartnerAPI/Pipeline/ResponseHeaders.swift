import Determinism
import HTTPTypes
import HTTPWire
import Sandboxes

/// The headers that WillCall adds to answers, apart from HTTP's own.
enum ResponseHeaders {
  /// The id of the request's journal entry.
  static let request = PreparedField(name("X-Willcall-Request"))
  /// One sentence on what was wrong or special.
  static let diagnosis = name("X-Willcall-Diagnosis")
  /// The fidelity label and the anchor of the behaviour.
  static let fidelity = name("X-Willcall-Fidelity")

  // Those that every answer has, or nearly every one.
  static let date = PreparedField(.date)
  static let json = PreparedField(.contentType, HeldAnswer.json)

  /// Makes a field name from text known to be valid.
  static func name(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("not a field name: \(text)") }
    return name
  }

  /// A sentence that is safe in a header: printable ASCII, at most 500 characters.
  static func safe(_ sentence: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sentence.utf8.count)
    for scalar in sentence.unicodeScalars {
      if bytes.count == 500 { break }
      bytes.append(scalar.value >= 0x20 && scalar.value < 0x7F ? UInt8(scalar.value) : UInt8(ascii: "?"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
