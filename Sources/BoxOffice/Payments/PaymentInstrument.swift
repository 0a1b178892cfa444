/// What a client pays with, as received or decrypted; never kept.
public struct PaymentInstrument: Sendable {
  /// The kinds of payment that the documents name.
  public enum Kind: String, Sendable, CaseIterable {
    /// A card.
    case card = "CC"
    /// An invoice with a numeric reference.
    case invoice = "INVOICE"
    /// Apple Pay.
    case applePay = "APPLE_PAY"
    /// Google Wallet.
    case googleWallet = "GOOGLE_WALLET"
    /// A token from the wallet service.
    case wallet = "WALLET"
    /// A Braintree nonce.
    case braintree = "BRAINTREE"

    /// Whether answers report it as a card.
    public var needsCard: Bool { self != .invoice }
  }

  /// A billing method on file that a member wants to pay with.
  public struct Method: Sendable, Hashable {
    /// The id, as sent.
    public var id: String
    /// The member.
    public var member: BillingMethod.Member

    /// Names a billing method.
    public init(id: String, member: BillingMethod.Member) {
      self.id = id
      self.member = member
    }
  }

  /// The kind.
  public var kind: Kind
  /// The card number, nonce or token; in clear once decrypted.
  public var number: String
  /// The security code.
  public var securityCode: String?
  /// The key that the number was encrypted with.
  public var encryptionKey: String?
  /// The issuer as stated by the client.
  public var issuer: String?
  /// The month of expiry, 0 if tokenised.
  public var expireMonth: Int
  /// The year of expiry, 0 if tokenised.
  public var expireYear: Int
  /// The reference of an invoice.
  public var reference: String?
  /// The billing method, if one is used instead of a number.
  public var method: Method?
  /// Why decryption failed; the refusal comes only after the cart and the amount have been checked.
  public var flaw: PaymentVerdict?

  /// Whether a card number was sent in clear.
  public var isClearCard: Bool { kind == .card && encryptionKey == nil && method == nil }

  /// Makes an instrument.
  public init(
    kind: Kind, number: String, securityCode: String? = nil, encryptionKey: String? = nil, issuer: String? = nil,
    expireMonth: Int = 0, expireYear: Int = 0, reference: String? = nil
  ) {
    self.kind = kind
    self.number = number
    self.securityCode = securityCode
    self.encryptionKey = encryptionKey
    self.issuer = issuer
    self.expireMonth = expireMonth
    self.expireYear = expireYear
    self.reference = reference
  }
}
