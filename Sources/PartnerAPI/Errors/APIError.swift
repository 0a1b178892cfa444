import JSONText
import Scenarios

/// An error of the catalogue together with what exactly was wrong this time.
struct APIError: Error {
  /// What is answered.
  let entry: ErrorEntry
  /// One sentence for the developer: which value, what was expected, what was found.
  let diagnosis: String
  /// The methods for an `Allow` header (RFC 9110 section 10.2.1).
  let allow: String?
  /// What follows the entry's text on the wire: the key in the gateway's quota fault.
  var messageSuffix = ""
  /// The quota that is used up.
  var quota: QuotaStanding?

  init(_ entry: ErrorEntry, _ diagnosis: String, allow: String? = nil) {
    self.entry = entry
    self.diagnosis = diagnosis
    self.allow = allow
  }

  /// A value of the body that is missing or of the wrong kind.
  init(_ mismatch: JSONMismatch) {
    self.init(ErrorCatalogue.invalidInput, "\(mismatch)")
  }

  /// A body that is not JSON.
  init(_ error: JSONSyntaxError) {
    let place = error.path.isEmpty ? "" : "\(error.path): "
    self.init(ErrorCatalogue.invalidInput, "The body is not valid JSON: \(error.position): \(place)\(error.reason)")
  }
}
