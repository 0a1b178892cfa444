import Determinism

/// A way to pay that a member has on file.
public struct BillingMethod: Sendable, Hashable {
  /// A member, identified by a digest of the access token; the token itself is not kept.
  public struct Member: RawRepresentable, Sendable, Hashable {
    /// The digest.
    public let rawValue: UInt64

    /// Makes a member from the digest of an access token.
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// The member that an access token stands for, in the sandbox with this seed.
    public init(accessToken: String, seed: UInt64) {
      rawValue = SeededSource.seed(seed, key: accessToken)
    }
  }

  /// A billing address; all texts are as sent.
  public struct Address: Sendable, Hashable {
    /// The street.
    public var line1: String
    /// The second line of the address.
    public var line2: String
    /// The flat or unit.
    public var unit: String
    /// The city.
    public var city: String
    /// The country by its ISO 3166-1 number; 0 if unknown.
    public var country: Int
    /// The abbreviation of the state or province.
    public var region: String
    /// The postal code.
    public var postalCode: String

    /// Makes an address.
    public init(
      line1: String, line2: String, unit: String, city: String, country: Int, region: String, postalCode: String
    ) {
      self.line1 = line1
      self.line2 = line2
      self.unit = unit
      self.city = city
      self.country = country
      self.region = region
      self.postalCode = postalCode
    }
  }

  /// The holder's name, phone number and address.
  public struct Holder: Sendable, Hashable {
    /// The first name.
    public var firstName: String
    /// The last name.
    public var lastName: String
    /// The home phone number: digits only, as the documents print it in answers.
    public var homePhone: String
    /// The billing address.
    public var address: Address

    /// Makes a holder.
    public init(firstName: String, lastName: String, homePhone: String, address: Address) {
      self.firstName = firstName
      self.lastName = lastName
      self.homePhone = homePhone
      self.address = address
    }
  }

  /// The id.
  public let id: UInt64
  /// The member who owns it.
  public let member: Member
  /// The holder's name, phone number and address.
  public let holder: Holder
  /// The card as it is stored.
  public let card: StoredCard
}
