/// The body of a request.
struct ContractBody: Sendable {
  let table: WireTable
  /// A whole example as JSON text; put together from the fields' examples if `nil`.
  let example: String?

  init(_ table: WireTable, example: String? = nil) {
    self.table = table
    self.example = example
  }
}
