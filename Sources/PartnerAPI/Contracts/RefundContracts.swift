import PartnerVocabulary
import PartnerWire

/// The contracts of the refund calls; their bodies are WillCall's own.
enum RefundContracts {
  private static let source = "paths only: Partner API, 2025"

  static let refund = RouteContract(
    summary: "Ask for the refund of an order.", detail: "Nothing is refunded.", fidelity: .invented, source: source,
    parameters: ContractParameter.query(RefundWire.queryTable),
    answers: [.ok("The refund request was received.", RefundWire.table)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.orderNotFound, ErrorCatalogue.unsupportedEncoding])

  static let batch = RouteContract(
    summary: "Ask for many refunds at once.", detail: "Nothing is refunded.", fidelity: .invented, source: source,
    body: ContractBody(RefundWire.batchRequestTable),
    answers: [ContractAnswer(202, note: "The job that was started.", .json(RefundWire.jobTable))])

  static let status = RouteContract(
    summary: "Read the status of a batch of refunds.", fidelity: .invented, source: source,
    parameters: [ContractParameter(.path, RefundWire.id, "The id of the job.")],
    answers: [.ok("The job.", RefundWire.jobTable)], errors: [ErrorCatalogue.refundNotFound])
}
