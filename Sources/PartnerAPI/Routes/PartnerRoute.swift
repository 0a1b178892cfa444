package import HTTPTypes
import Ledger
package import PartnerVocabulary

/// One line of the route table.
///
/// It is a class because it is passed around a lot.
package final class PartnerRoute: Sendable {
  /// What a request must have before its handler runs.
  package enum Access: Sendable {
    /// A partner key.
    case key
    /// A polling token, in the query or as a path parameter; otherwise a partner key.
    case poll(parameter: String?)
    /// Nothing: a browser opens it.
    case open
    /// Nothing: the answer has the time of the key's sandbox, or of the one used last.
    case clock
  }

  package let operation: Operation
  /// The operation as the ledger knows it; `nil` if it is not a call that clients make.
  let ledgerOperation: LedgerOperation?
  package let method: HTTPRequest.Method
  /// The paths below each prefix, with `{parameter}` segments.
  package let patterns: [String]
  package let access: Access
  /// The published contract.
  package let contract: RouteContract
  let handler: @Sendable (inout Call) throws(APIError) -> Answer
  /// For a verb or path from older documents: the current form.
  let presentForm: String?

  init(
    operation: Operation, method: HTTPRequest.Method, patterns: [String], access: Access, contract: RouteContract,
    handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer, presentForm: String? = nil
  ) {
    self.operation = operation
    ledgerOperation = operation.ledgerOperation
    self.method = method
    self.patterns = patterns
    self.access = access
    self.contract = contract
    self.handler = handler
    self.presentForm = presentForm
  }
}
