import Determinism

/// What a sandbox keeps about cards: issued certificates, wallet tokens and members' billing methods; no card numbers.
struct CardFile: Sendable {
  /// The tokens that the documents print; every sandbox knows them, so that the documents' requests work unchanged.
  static let documentedTokens = [
    "wallet-wallet-442d8c3e20194dc5a34c7a9b8b8dd662", "wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996",
  ]
  /// The card that these tokens stand for, as the documents print it.
  static let documentedCard = StoredCard(
    issuer: .visa, lastFour: "0011", expireMonth: 12, expireYear: 2020, hasFunds: true)

  var certificates = CertificateBook()
  var tokens = BoundedMemory<String, StoredCard>(limit: 10_000)
  var tokenCount: UInt64 = 0
  var methods = BoundedMemory<UInt64, BillingMethod>(limit: 1_000)
  var methodCount: UInt64 = 0

  /// The card behind a wallet token.
  func card(behind token: String) -> StoredCard? {
    tokens[token] ?? (Self.documentedTokens.contains(token) ? Self.documentedCard : nil)
  }

  /// A member's billing method, by its id as text.
  func method(_ id: String, of member: BillingMethod.Member) -> BillingMethod? {
    guard let number = UInt64(id), let method = methods[number], method.member == member else { return nil }
    return method
  }
}
