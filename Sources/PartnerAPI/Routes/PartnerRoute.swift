package import HTTPTypes
import Ledger
package import PartnerVocabulary

/// One line of the route table.
///
/// A class, because it is passed about a lot.
package final class PartnerRoute: Sendable {
  /// What a request must bring before its handler runs.
  package enum Access: Sendable {
    /// A partner key.
    case key
    /// A polling token, in the query or as a path parameter; else a partner key.
    case poll(parameter: String?)
    /// Nothing: a browser opens it.
    case open
    /// Nothing: the clock of the key's sandbox is told, or of the one that was used last.
    case clock
  }

  package let operation: Operation
  /// The operation as the ledger knows it; `nil` for what is none of the client's calls.
  let ledgerOperation: LedgerOperation?
  package let method: HTTPRequest.Method
  /// The paths below each prefix, with `{parameter}` segments.
  package let patterns: [String]
  package let access: Access
  /// What is published about it.
  package let contract: RouteContract
  let handler: @Sendable (inout Call) throws(APIError) -> Answer
  /// For a verb or path of older documents: what stands in its place now.
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
