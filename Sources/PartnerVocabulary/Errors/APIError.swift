package import BoxOffice
package import JSONText
package import Scenarios

/// An error from the catalogue, together with what exactly was wrong this time.
package struct APIError: Error {
  /// The catalogue entry to answer with.
  package let entry: ErrorEntry
  /// A sentence for the developer: which value, what was expected and what was found.
  package let diagnosis: String
  /// The methods for an `Allow` header (RFC 9110 section 10.2.1).
  package let allow: String?
  /// Text to append to the entry's text on the wire: the key in the gateway's quota fault.
  package var messageSuffix = ""
  /// The decision that the refusal rests on, if it has a different basis from the entry.
  package var decision: Decision?
  /// The box office's refusal, if it refused.
  package var refusal: Refusal?
  /// The exhausted quota, if any.
  package var quota: QuotaStanding?

  package init(_ entry: ErrorEntry, _ diagnosis: String, allow: String? = nil) {
    self.entry = entry
    self.diagnosis = diagnosis
    self.allow = allow
  }

  /// Makes the error for a value of the body that is missing or of the wrong kind.
  package init(_ mismatch: JSONMismatch) {
    self.init(ErrorCatalogue.invalidInput, "\(mismatch)")
  }

  /// Makes the error for a body that is not JSON.
  package init(_ error: JSONSyntaxError) {
    let place = error.path.isEmpty ? "" : "\(error.path): "
    self.init(
      ErrorCatalogue.invalidInput, "The body is not valid JSON: \(error.position): \(place)\(error.explanation)")
  }
}
