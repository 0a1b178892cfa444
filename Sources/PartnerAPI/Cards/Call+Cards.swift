import BoxOffice
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

extension Call {
  /// The member whose bearer token was sent: every non-empty token is an account of its own.
  ///
  /// - Throws: `invalid-access-token`, as the gateway answers.
  func member() throws(APIError) -> BillingMethod.Member {
    let parts = (visit.request.fields[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw APIError(
        ErrorCatalogue.invalidAccessToken,
        "This call is for a member: send Authorization: Bearer with an access token; any text will do.")
    }
    return BillingMethod.Member(accessToken: String(parts[1]), seed: sandbox.seed)
  }

  /// The instrument with its encrypted parts decrypted, or with the reason why they could not be.
  ///
  /// Takes milliseconds if anything is encrypted.
  func opened(_ instrument: PaymentInstrument) -> PaymentInstrument {
    guard let id = instrument.encryptionKey, instrument.hasSealedParts else { return instrument }
    let (standing, newest) = withState { state in
      (state.boxOffice.standing(ofKey: id, now: now), state.boxOffice.newestKey?.id)
    }
    var refused = instrument
    switch standing {
    case .good(let key):
      if let encryption = service.configuration.cardEncryption {
        return CardOpener(encryption: encryption, key: key).open(instrument)
      }
      refused.flaw = .unknownKey(id: id, newest: newest)
    case .expired(let since):
      refused.flaw = .expiredKey(id: id, since: since)
    case .unknown:
      refused.flaw = .unknownKey(id: id, newest: newest)
    }
    return refused
  }

  /// The error for a refused card, for calls whose error codes the documents do not name.
  func notTaken(_ refusal: Refusal) -> APIError {
    APIError(ErrorCatalogue.cardNotTaken, refused(refusal).diagnosis)
  }
}

extension PaymentInstrument {
  /// Whether anything is encrypted with a key; tokens and nonces never are.
  fileprivate var hasSealedParts: Bool {
    switch kind {
    case .card: true
    case .wallet: securityCode.map(CardOpener.isSealed) ?? false
    case .invoice, .applePay, .googleWallet, .braintree: false
    }
  }
}
