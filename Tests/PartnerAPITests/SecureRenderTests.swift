import HTTPTypes
import JSONText
import Testing

/// Secure Render that succeeds, and requests that cannot be answered ticket by ticket.
@Suite struct SecureRenderTests {
  private static let user = "783412345"
  private static let first =
    #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}"#
  private static let second =
    #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}"#

  @Test(arguments: [
    ("NATIVE", "IOS", true), ("native", "ios", true), ("Native", "iOS", true), ("native", "android", false),
    ("web", "ios", false), ("WEB", "OTHER", false), ("watch", "tv", false),
  ])
  func nfcAndPassesAreForNativeIOSOnly(type: String, os: String, isCapable: Bool) throws {
    let answer = try Partner().render(
      body: Partner.rendering([Self.first], type: type, os: os), user: Self.user)
    #expect(answer.status == 200)
    #expect(try answer.bool("/nfcCapableDevice") == isCapable)
    #expect(try answer.string("/deviceType") == type)
    #expect(try answer.string("/deviceOs") == os)
    #expect((answer.json?.value(at: "/tickets/0/passData") != nil) == isCapable)
  }

  @Test func keysAreComparedWithoutCaseAndAnsweredAsDocumented() throws {
    let body = """
      {"deviceID":"d","DEVICETYPE":"web","deviceOS":"android","Tickets":[
       {"eventID":"3F005237E5CB39EA","Section":"G","ROW":"17","sEat":"1","barCode":"964537283421"}]}
      """
    let answer = try Partner().render(body: body, user: Self.user)
    #expect(answer.status == 200)
    let json = try #require(answer.json)
    #expect(
      Set(json.members.map(\.key)) == ["deviceId", "deviceType", "deviceOs", "nfcCapableDevice", "tickets"])
    let ticket = try answer.value("/tickets/0")
    #expect(
      Set(ticket.members.map(\.key)) == ["eventId", "section", "row", "seat", "barcode", "token", "renderType"])
  }

  @Test func orderOfTicketsIsKeptAndTheSameTicketMayComeTwice() throws {
    let answer = try Partner().render(
      body: Partner.rendering([Self.second, Self.first, Self.second]), user: Self.user)
    #expect(answer.status == 200)
    let seats = try (0..<3).map { try answer.string("/tickets/\($0)/seat") }
    #expect(seats == ["2", "1", "2"])
    #expect(try answer.string("/tickets/0/token") != answer.string("/tickets/2/token"))
  }

  @Test func hundredTicketsAreAnsweredAndOneMoreIsNot() throws {
    let partner = try Partner()
    let hundred = Array(repeating: Self.first, count: 100)
    let answer = try partner.render(body: Partner.rendering(hundred), user: Self.user)
    #expect(answer.status == 200)
    #expect(try Set((0..<100).map { try answer.string("/tickets/\($0)/token") }).count == 100)
    let tooMany = try partner.render(body: Partner.rendering(hundred + [Self.second]), user: Self.user)
    tooMany.expectError(400, 10_002, "Invalid input data type")
  }

  @Test(arguments: [
    "\"tickets\":[]", "\"tickets\":null", "\"tickets\":5", "\"tickets\":[[]]", "\"tickets\":[{},1]", "\"x\":1",
  ])
  func requestThatIsNoListOfObjectsIsInvalid(tickets: String) throws {
    let answer = try Partner().render(
      body: #"{"deviceId":"d","deviceType":"web","deviceOs":"ios",\#(tickets)}"#, user: Self.user)
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains("/tickets") == true)
  }

  @Test func boughtTicketsAreRendered() throws {
    let partner = try Partner()
    for event in [EventID.phoenix, EventID.losAngeles, EventID.generalAdmission, EventID.toronto] {
      let order = try partner.buy(event, quantity: 2)
      let opened = try partner.open(token: order.token)
      let tickets = try [Partner.ticket(opened, 0), Partner.ticket(opened, 1)]
      let answer = try partner.render(body: Partner.rendering(tickets))
      #expect(answer.status == 200, "\(answer.text)")
      for index in 0..<2 {
        #expect(
          try EntryTokenText(answer.string("/tickets/\(index)/token"))["b"]
            == opened.string("/tickets/\(index)/barcode_id"))
      }
    }
  }

  @Test func universalIDNamesTheEventAndIsEchoed() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.losAngeles)
    let ticket = try Partner.ticket(partner.open(token: order.token))
    let renamed = ticket.split(separator: EventID.losAngeles, omittingEmptySubsequences: false)
      .joined(separator: EventID.losAngelesUniversal)
    let answer = try partner.render(body: Partner.rendering([renamed]))
    #expect(answer.status == 200)
    #expect(try answer.string("/tickets/0/eventId") == EventID.losAngelesUniversal)
  }

  @Test func secureBarcodeEventRendersABarcode() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.secureBarcode)
    let answer = try partner.render(
      body: Partner.rendering([Partner.ticket(partner.open(token: order.token))]))
    #expect(answer.status == 200)
    #expect(try answer.string("/tickets/0/renderType") == "barcode")
    #expect(try EntryTokenText(answer.string("/tickets/0/token")).keys == ["b", "rt"])
  }

  @Test func whatWasSentIsEchoedToTheLetter() throws {
    let body = """
      {"deviceId":"d \\u00e9\\"","deviceType":"native","deviceOs":"ios","tickets":[
       {"eventId":"3F005237E5CB39EA","section":"<G>","row":" 17","seat":"","barcode":"x"}]}
      """
    let answer = try Partner().render(body: body, user: Self.user)
    #expect(try answer.string("/deviceId") == "d é\"")
    #expect(try answer.string("/tickets/0/section") == "<G>")
    #expect(try answer.string("/tickets/0/row") == " 17")
    #expect(try answer.string("/tickets/0/seat") == "")
  }
}
