package import PartnerWire

/// The body of a request.
package struct ContractBody: Sendable {
  package let table: WireTable
  /// A complete example as JSON text; if `nil`, one is assembled from the fields' examples.
  package let example: String?

  init(_ table: WireTable, example: String? = nil) {
    self.table = table
    self.example = example
  }
}
