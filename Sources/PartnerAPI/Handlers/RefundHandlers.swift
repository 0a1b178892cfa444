import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Refunds: merely acknowledged; orders are voided with the control API.
enum RefundHandlers {
  /// `POST /refund?order_token`.
  static func refund(_ call: inout Call) throws(APIError) -> Answer {
    let token = try call.requiredQuery(RefundWire.orderToken)
    if !call.visit.request.body.isEmpty { _ = try call.body() }
    let order = try call.order(withToken: token)
    return .json(decision: .refund) { RefundWire.write(order, into: &$0) }
  }

  /// `PUT /refund`: many refunds at once, as a job.
  static func batch(_ call: inout Call) throws(APIError) -> Answer {
    _ = try call.body(RefundWire.batchRequestTable)
    let seed = call.sandbox.seed
    let id = call.withState { $0.refunds.add(seed: seed) }
    return .json(.accepted, decision: .refundBatch) { RefundWire.write(job: id, status: "received", into: &$0) }
  }

  /// `GET /refund/{id}`: the outcome of a job.
  static func status(_ call: inout Call) throws(APIError) -> Answer {
    let id = call.parameter("id") ?? ""
    guard call.withState({ $0.refunds.contains(id) }) else {
      throw APIError(
        ErrorCatalogue.refundNotFound, "This sandbox has no batch refund \(id.prefix(100)); PUT /refund starts one.")
    }
    return .json(decision: .refundStatus) { RefundWire.write(job: id, status: "complete", into: &$0) }
  }
}
