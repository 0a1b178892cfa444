import Determinism
import EventCatalogue
import JSONText

extension CardFile {
  /// Reads what ``export(into:)`` wrote.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(restoring value: JSONValue) throws(JSONMismatch) {
    self.init()
    var reader = try value.asObject()
    tokenCount = try reader.counter("tokenCount")
    methodCount = try reader.counter("methodCount")
    for element in try reader.array("certificates") { try addCertificate(element) }
    for element in try reader.array("walletTokens") { try addToken(element) }
    for element in try reader.array("billingMethods") { try addMethod(element) }
    guard UInt64(tokens.entryCount) <= tokenCount else {
      throw value.mismatch(expected: "at most tokenCount wallet tokens, \(tokenCount)", found: "\(tokens.entryCount)")
    }
    try reader.rejectUnread()
  }

  private mutating func addCertificate(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let text = try reader.required("day", "a date")
    guard let date = text.string.flatMap({ CivilDate(iso8601: $0) }) else { throw text.unfit("a date") }
    let day = Int64(date.daysSinceEpoch)
    guard !certificates.entries.contains(where: { $0.day == day }) else {
      throw text.unfit("a day that no other certificate has")
    }
    let last = try reader.required("lastGivenOut", BoxOfficeReader.instant)
    let entry = CertificateBook.Entry(day: day, lastGivenOut: try last.instant())
    guard CertificateBook.day(of: entry.lastGivenOut) == day else { throw last.unfit("an instant of \(date) in UTC") }
    try reader.rejectUnread()
    guard certificates.entries.count < CertificateBook.limit else {
      throw element.mismatch(expected: "at most \(CertificateBook.limit) certificates", found: "more")
    }
    certificates.entries.append(entry)
  }

  private mutating func addToken(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let token = try reader.required("token", "a wallet token")
    let card = try Self.card(reader.required("card", "an object"))
    try reader.rejectUnread()
    let text = try token.text()
    guard tokens[text] == nil else { throw token.unfit("a token that no other card has") }
    guard tokens.entryCount < tokens.limit else {
      throw element.mismatch(expected: "at most \(tokens.limit) wallet tokens", found: "more")
    }
    tokens.remember(card, for: text)
  }

  private mutating func addMethod(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "a number")
    let number = UInt64(try id.number(in: 1...1_000_000_000_000_000))
    let member = try reader.required("member", "a number as a string")
    guard let digest = member.string.flatMap({ UInt64($0) }) else { throw member.unfit("a number as a string") }
    let firstName = try reader.shortText("firstName")
    let lastName = try reader.shortText("lastName")
    let homePhone = try reader.shortText("homePhone")
    let address = try Self.address(reader.required("address", "an object"))
    let method = BillingMethod(
      id: number, member: BillingMethod.Member(rawValue: digest),
      holder: BillingMethod.Holder(
        firstName: firstName, lastName: lastName, homePhone: homePhone, address: address),
      card: try Self.card(reader.required("card", "an object")))
    try reader.rejectUnread()
    guard methods[number] == nil else { throw id.unfit("an id that no other billing method has") }
    guard Identifiers.count(ofMethod: number) <= methodCount else {
      throw id.unfit("an id within methodCount, \(methodCount)")
    }
    guard methods.entryCount < methods.limit else {
      throw element.mismatch(expected: "at most \(methods.limit) billing methods", found: "more")
    }
    methods.remember(method, for: number)
  }

  private static func address(_ value: JSONValue) throws(JSONMismatch) -> BillingMethod.Address {
    var reader = try value.asObject()
    let address = BillingMethod.Address(
      line1: try reader.shortText("line1"), line2: try reader.shortText("line2"), unit: try reader.shortText("unit"),
      city: try reader.shortText("city"), country: try reader.required("country", "a number").number(in: 0...999),
      region: try reader.shortText("region"), postalCode: try reader.shortText("postalCode"))
    try reader.rejectUnread()
    return address
  }

  private static func card(_ value: JSONValue) throws(JSONMismatch) -> StoredCard {
    var reader = try value.asObject()
    let card = StoredCard(
      issuer: try reader.required("issuer", "an issuer").choice(CardIssuer.self),
      lastFour: try reader.required("lastFour", "four digits").ascii(4...4, "four digits", EventReader.isDigit),
      expireMonth: try reader.required("expireMonth", "a month").number(in: 1...12),
      expireYear: try reader.required("expireYear", "a year").number(in: 0...9_999),
      hasFunds: try reader.required("hasFunds", "true or false").flag())
    try reader.rejectUnread()
    return card
  }
}
