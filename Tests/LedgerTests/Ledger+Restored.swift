import JSONText

@testable import Ledger

extension Ledger {
  /// The ledger after an export and an import.
  func restored() throws -> Ledger {
    var writer = JSONWriter()
    export(into: &writer)
    return try Ledger(restoring: JSONValue.parse(writer.bytes))
  }
}
