import BoxOffice
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The certificate that card data is encrypted with.
enum CertificateHandler {
  /// `GET /certificate`; the `cart_id` that older documents have in the query is not needed.
  static func certificate(_ call: inout Call) throws(APIError) -> Answer {
    let now = call.now
    let key = call.withState { $0.boxOffice.giveOutKey(now: now) }
    guard let pem = try? call.service.configuration.cardEncryption?.certificate(of: key) else {
      throw APIError(ErrorCatalogue.internalError, "This server has no cryptography to make a certificate with.")
    }
    return .json(reserving: 2048, decision: .certificateValue) {
      CertificateWire.write(id: key.id, value: pem, into: &$0)
    }
  }
}
