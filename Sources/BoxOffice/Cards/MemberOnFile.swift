import Determinism

/// The member who has a card on file in every new sandbox, for clients that expect members to have one.
///
/// The name, address and card are the ones that the documents print for a billing method.
public enum MemberOnFile {
  /// The access token that stands for the member.
  public static let accessToken = "member-with-card"
  /// The id of the billing method; no other method is ever given it.
  public static let methodID = Identifiers.firstMethod

  static let holder = BillingMethod.Holder(
    firstName: "Jon", lastName: "Doe", homePhone: "5555555555",
    address: BillingMethod.Address(
      line1: "123 My Street", line2: "testadd2", unit: "1234", city: "Los Angeles", country: 840, region: "CA",
      postalCode: "90210"))

  /// The billing method in a sandbox with a seed.
  static func method(seed: UInt64) -> BillingMethod {
    BillingMethod(
      id: methodID, member: BillingMethod.Member(accessToken: accessToken, seed: seed), holder: holder,
      card: CardFile.documentedCard)
  }
}
