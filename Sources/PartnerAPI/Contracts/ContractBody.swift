package import PartnerWire

/// The body of a request.
package struct ContractBody: Sendable {
  package let table: WireTable
  /// A whole example as JSON text; put together from the fields' examples if `nil`.
  package let example: String?

  init(_ table: WireTable, example: String? = nil) {
    self.table = table
    self.example = example
  }
}
