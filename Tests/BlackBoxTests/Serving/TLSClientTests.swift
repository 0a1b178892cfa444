import LoopbackClient
import Testing

/// A client that speaks https to the port learns at once that it should not, and so does who reads the log.
@Suite(.timeLimit(.minutes(5)))
struct TLSClientTests {
  private static let alert: [UInt8] = [21, 3, 1, 0, 2, 2, 10]

  @Test func aHandshakeIsAnsweredByAnAlertAndOneLineInTheLog() throws {
    let server = try RunningServer()
    for _ in 0..<5 {
      let client = try server.connect()
      // A record that is not even whole: the first byte is enough.
      try client.send([0x16, 3, 1])
      #expect(try client.readToEnd() == Self.alert)
    }
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    // It is no request, so no journal has it.
    #expect(try server.partner("-").get("/__willcall/requests").text == #"{"requests":[]}"#)
    #expect(try server.stop() == 0)
    let lines = server.errors.split(separator: "\n").filter { $0.contains("this port speaks http, not https") }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("willcall: warning: ") == true)
  }

  @Test func curlGivesUpAtOnce() throws {
    let server = try RunningServer()
    let url = server.url.replacing("http:", with: "https:")
    let result = try Command.run("/usr/bin/env", ["curl", "-sS", "--max-time", "5", url])
    #expect(result.status == 35, "\(result.errors)")
    #expect(result.errors.contains("alert"), "\(result.errors)")
    #expect(try server.stop() == 0)
  }
}
