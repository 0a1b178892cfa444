import BoxOffice
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The wallet service.
enum WalletHandler {
  /// `POST /wallet/v1/token`: a token that stands for a card.
  static func token(_ call: inout Call) throws(APIError) -> Answer {
    var body = try call.body(WalletTokenWire.requestTable)
    let request = try WalletTokenWire.read(&body)
    let now = call.now
    let (token, card): (String, StoredCard)
    do throws(Refusal) {
      (token, card) = try call.withState { (state) throws(Refusal) in
        try state.boxOffice.addToWallet(request.instrument, now: now)
      }
    } catch {
      throw call.notTaken(error)
    }
    return .json { WalletTokenWire.write(token: token, card: card, request: request, into: &$0) }
  }
}
