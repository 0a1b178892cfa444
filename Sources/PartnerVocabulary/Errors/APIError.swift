package import BoxOffice
package import JSONText
package import Scenarios

/// An error of the catalogue together with what exactly was wrong this time.
package struct APIError: Error {
  /// What is answered.
  package let entry: ErrorEntry
  /// One sentence for the developer: which value, what was expected, what was found.
  package let diagnosis: String
  /// The methods for an `Allow` header (RFC 9110 section 10.2.1).
  package let allow: String?
  /// What follows the entry's text on the wire: the key in the gateway's quota fault.
  package var messageSuffix = ""
  /// The decision that the refusal rests on, if it is founded otherwise than the entry.
  package var decision: Decision?
  /// What the box office refused, if it did.
  package var refusal: Refusal?
  /// The quota that is used up.
  package var quota: QuotaStanding?

  package init(_ entry: ErrorEntry, _ diagnosis: String, allow: String? = nil) {
    self.entry = entry
    self.diagnosis = diagnosis
    self.allow = allow
  }

  /// A value of the body that is missing or of the wrong kind.
  package init(_ mismatch: JSONMismatch) {
    self.init(ErrorCatalogue.invalidInput, "\(mismatch)")
  }

  /// A body that is not JSON.
  package init(_ error: JSONSyntaxError) {
    let place = error.path.isEmpty ? "" : "\(error.path): "
    self.init(
      ErrorCatalogue.invalidInput, "The body is not valid JSON: \(error.position): \(place)\(error.explanation)")
  }
}
