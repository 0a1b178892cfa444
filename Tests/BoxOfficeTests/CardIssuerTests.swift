import BoxOffice
import Testing

/// Which issuer a number belongs to, by its beginning and length.
@Suite struct CardIssuerTests {
  /// Digits of a length that begin like this.
  private static func digits(_ beginning: String, _ count: Int) -> String {
    beginning + String(repeating: "0", count: count - beginning.count)
  }

  @Test(arguments: [
    ("4", 13, CardIssuer.visa), ("4", 16, .visa), ("4", 19, .visa), ("4", 15, nil), ("4", 18, nil),
    ("34", 15, .amex), ("37", 15, .amex), ("35", 15, nil), ("34", 16, nil), ("51", 16, .mastercard),
    ("55", 16, .mastercard), ("50", 16, nil), ("56", 16, nil), ("2221", 16, .mastercard), ("2720", 16, .mastercard),
    ("2220", 16, nil), ("2721", 16, nil), ("51", 17, nil), ("6011", 16, .discover), ("644", 16, .discover),
    ("649", 19, .discover), ("65", 16, .discover), ("643", 16, nil), ("6010", 16, nil), ("66", 16, nil), ("", 0, nil),
    ("0", 16, nil), ("3530", 16, nil),
  ])
  func issuer(beginning: String, count: Int, issuer: CardIssuer?) {
    #expect(CardIssuer(digits: Self.digits(beginning, count)) == issuer)
  }

  @Test func codesHaveThreeDigitsAndFourForAmex() {
    for issuer in CardIssuer.allCases { #expect(issuer.codeLength == (issuer == .amex ? 4 : 3)) }
  }
}
