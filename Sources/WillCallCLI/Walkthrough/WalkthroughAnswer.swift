import Determinism
import JSONText

/// An answer from a walkthrough's server.
struct WalkthroughAnswer {
  let status: Int
  let reason: String
  let json: JSONValue
  let diagnosis: String?
  /// The sandbox's time when it was answered.
  let date: Instant?

  /// The value at a JSON Pointer.
  ///
  /// - Throws: ``CommandFailure`` if there is none.
  func value(_ pointer: String) throws(CommandFailure) -> JSONValue {
    guard let value = json.value(at: pointer) else {
      throw .runtime("the answer has no \(pointer): \(json.text)")
    }
    return value
  }

  /// The string at a JSON Pointer.
  ///
  /// - Throws: ``CommandFailure`` if there is none.
  func string(_ pointer: String) throws(CommandFailure) -> String {
    guard let text = try value(pointer).string else { throw .runtime("\(pointer) is not a string: \(json.text)") }
    return text
  }
}
