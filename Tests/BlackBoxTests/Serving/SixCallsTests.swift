import JSONText
import LoopbackClient
import SafeTix
import Testing

/// The integration as the documents describe it, over every kind of connection.
@Suite(.timeLimit(.minutes(5)))
struct SixCallsTests {
  /// Buys the documents' seat on one connection and checks what the documents print of it.
  private func expectDocumentedPurchase(_ partner: Partner) throws {
    let answers = try partner.buy(SampleEvent.documented, SampleEvent.documentedSeat)
    #expect(answers.allSatisfy { !$0.response.closesConnection })
    let (held, paid, bought, opened, refreshed) = (answers[1], answers[2], answers[3], answers[4], answers[5])
    #expect(try held.value("/cart/totals/grand") == "101.66")
    #expect(try held.value("/cart/hold_time") == "300")
    #expect(try paid.value("/cart/totals/unpaid") == "0.00")
    #expect(try paid.value("/cart_id") == held.value("/cart_id"))
    #expect(try bought.value("/grand_total") == "101.66")
    #expect(try opened.value("/tickets/0/order_number") == bought.value("/order_number"))
    #expect(try opened.value("/tickets/0/section") == "BALC2L")
    #expect(try opened.value("/tickets/0/seat_name") == "13")
    #expect(try refreshed.value("/tickets/0/barcode") == opened.value("/tickets/0/barcode_id"))
    let first = TokenReader.read(try opened.value("/tickets/0/secure_entry_data/token"))
    let second = TokenReader.read(try refreshed.value("/tickets/0/token"))
    #expect(first.form == .rotating && second.form == .rotating)
    #expect(first.token?.customerKey == second.token?.customerKey)
    #expect(first.token?.rawToken != second.token?.rawToken)
    #expect(try partner.commit(SampleEvent.documented, cart: held.value("/cart_id")).errorCode == "90003")
  }

  @Test func theyWorkOnOneConnection() throws {
    try expectDocumentedPurchase(RunningServer().partner())
  }

  @Test func theyWorkOverAUnixSocket() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    try expectDocumentedPurchase(Partner(HTTPConnection(unixPath: folder.file("s")), key: "k"))
    // Both listeners lead to the same world.
    #expect(try !server.partner().freeSeats(SampleEvent.documented).contains(SampleEvent.documentedSeat))
  }

  @Test(.enabled("this machine has no IPv6 loopback") { LoopbackSix.isAvailable })
  func theyWorkOverIPv6() throws {
    let server = try RunningServer(["--host", "::1"])
    #expect(server.url == "http://[::1]:\(server.port)")
    try expectDocumentedPurchase(server.partner())
  }

  @Test func theKeyMayComeInAHeader() throws {
    let server = try RunningServer()
    let partner = Partner(try server.connect(), key: "")
    partner.fields = [("x-api-key", "h")]
    try expectDocumentedPurchase(partner)
    #expect(try !server.partner("h").freeSeats(SampleEvent.documented).contains(SampleEvent.documentedSeat))
  }

  @Test(arguments: ["/partners-preprod/v1", "/partners-sandbox/v1"])
  func theOtherEnvironmentsServeTheSame(prefix: String) throws {
    let partner = try RunningServer().partner()
    let plain = try partner.get("/partners/v1/events").expecting(200)
    #expect(try partner.get("\(prefix)/events").text == plain.text)
  }

  @Test func aCartThatIsGivenUpFreesItsSeat() throws {
    let partner = try RunningServer().partner()
    for event in [SampleEvent.documented, SampleEvent.base64Carts] {
      let before = try partner.freeSeats(event)
      let cart = try partner.reserve(event).expecting(200).value("/cart_id")
      #expect(try partner.freeSeats(event).count == before.count - 1)
      let gone = try partner.release(event, cart: cart)
      #expect(gone.status == 204 && gone.text.isEmpty)
      #expect(try partner.freeSeats(event) == before)
      #expect(try partner.release(event, cart: cart).errorCode == "90003")
    }
  }
}
