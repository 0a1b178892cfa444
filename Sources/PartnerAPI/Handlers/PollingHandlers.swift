import Ledger
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Calls that are answered later.
enum PollingHandlers {
  /// `GET /polling-status?token&cart_id`.
  static func status(_ call: inout Call) throws(APIError) -> Answer {
    try ask(call.query.first("token") ?? "", &call)
  }

  /// `GET /polling/cart/tickets/PUT/TOKEN`, the form in older documents.
  static func olderStatus(_ call: inout Call) throws(APIError) -> Answer {
    try ask(call.parameter("token") ?? "", &call)
  }

  private static func ask(_ token: String, _ call: inout Call) throws(APIError) -> Answer {
    let now = call.now
    call.facts.pollToken = token
    call.facts.cartID = call.query.first("cart_id")
    let outcome = call.sandbox.withState { $0.polls.ask(token, now: now, real: .now) }
    switch outcome {
    case nil:
      throw APIError(
        ErrorCatalogue.pollNotFound,
        token.isEmpty
          ? "The query needs token, as in polling_url." : "This sandbox has nothing to poll for under that token.")
    case .ready(let held):
      return Answer(held)
    case .wait(let seconds, let cartID):
      call.facts.pollWait = seconds
      return accepted(token: token, wait: seconds, cartID: cartID, call)
    }
  }

  /// The 202 that tells a client to poll.
  ///
  /// The URL has the key only if the client sent the key in its query; the documents print both forms.
  static func accepted(token: String, wait: Int, cartID: String?, _ call: borrowing Call) -> Answer {
    let prefix = call.visit.request.target.path.split(separator: "/").prefix(2).joined(separator: "/")
    var url = "\(call.baseURL)/\(prefix)/polling-status?token=\(token)"
    if let cartID { url += "&cart_id=\(QueryText.encoded(cartID))" }
    if let key = call.query.first("apikey") ?? call.query.first("apiKey") { url += "&apikey=\(QueryText.encoded(key))" }
    return .json(.accepted) { PollingWire.write(url: url, wait: wait, cartID: cartID, into: &$0) }
  }
}
