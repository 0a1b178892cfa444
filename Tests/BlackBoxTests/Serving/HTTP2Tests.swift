import Dispatch
import JSONText
import LoopbackClient
import Testing

#if HTTP2
  /// HTTP/2 as curl speaks it with prior knowledge, over a real socket; curl of some systems does not, and is not asked.
  @Suite(.timeLimit(.minutes(5)), .enabled(if: CurlTwo.speaksHTTP2))
  struct HTTP2Tests {
    private static let availability = "/partners/v1/events/3F005105D843DFA3/availability?apikey=two"

    @Test func aCallIsAnsweredAndTheJournalKnowsItsProtocol() throws {
      let server = try RunningServer()
      let answer = try CurlTwo.call(server, [Self.availability])
      #expect(answer.errors == "")
      #expect(answer.head.hasPrefix("HTTP/2 200"))
      #expect(answer.head.contains("\r\ncontent-type: application/json"))
      #expect(!answer.head.lowercased().contains("\r\nconnection:"))
      #expect(answer.body.contains("\"inventory\""))
      let entry = try server.partner("two").get("/__willcall/requests").json?.value(at: "/requests/0")
      #expect(entry?["protocol"]?.string == "HTTP/2")
      #expect(entry?["operation"]?.string == "availability")
    }

    @Test func aBodyIsRead() throws {
      let server = try RunningServer()
      let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
      let path = "/partners/v1/events/3F005105D843DFA3/cart?apikey=two"
      let answer = try CurlTwo.call(
        server, [path, "-H", "Content-Type: application/json", "-H", "Expect: 100-continue", "-d", body])
      #expect(answer.body.contains("\"cart_id\""))
    }

    @Test func thePortStillSpeaksHTTP11AndIgnoresAnUpgrade() throws {
      let server = try RunningServer()
      let answer = try CurlTwo.call(server, [Self.availability], version: "--http2")
      #expect(answer.head.hasPrefix("HTTP/1.1 200"))
    }

    @Test func theControlAPIGoesByTheAuthority() throws {
      let server = try RunningServer()
      let refused = try CurlTwo.call(
        server, ["/__willcall/sandboxes", "--connect-to", "evil.example:80:127.0.0.1:\(server.port)"],
        base: "http://evil.example")
      #expect(refused.head.hasPrefix("HTTP/2 403"))
      #expect(try CurlTwo.call(server, ["/__willcall/sandboxes"]).head.hasPrefix("HTTP/2 200"))
    }

    /// What curl says to each fault, while another stream of its connection would go on.
    @Test(arguments: [
      ("connection-reset", 92, "INTERNAL_ERROR"), ("empty-response", 92, "closed cleanly"),
      ("truncated-body", 92, "INTERNAL_ERROR"), ("slow-drip", 0, ""),
    ])
    func faults(name: String, status: Int32, words: String) throws {
      let server = try RunningServer()
      _ = try server.partner("two").post(
        "/__willcall/faults", body: #"{"when":{"operation":"availability"},"then":{"fault":"\#(name)"}}"#
      ).expecting(201)
      let answer = try CurlTwo.call(server, [Self.availability])
      #expect(answer.status == status)
      #expect(answer.errors.contains(words))
      let outcomes = [
        "connection-reset": "reset", "empty-response": "empty", "truncated-body": "truncated", "slow-drip": "answered",
      ]
      let entry = try server.partner("two").get("/__willcall/requests", "operation=availability").json?
        .value(at: "/requests/0")
      #expect(entry?["outcome"]?.string == outcomes[name])
    }

    /// Nothing was done, so a client may ask again; some versions of curl do so by themselves.
    @Test(arguments: ["refused-stream", "goaway"])
    func refusals(name: String) throws {
      let server = try RunningServer()
      _ = try server.partner("two").post(
        "/__willcall/faults", body: #"{"when":{"operation":"availability"},"then":{"fault":"\#(name)"}}"#
      ).expecting(201)
      _ = try CurlTwo.call(server, [Self.availability])
      let again = try CurlTwo.call(server, [Self.availability])
      #expect(again.head.hasPrefix("HTTP/2 200"))
      let entries = try server.partner("two").get("/__willcall/requests", "operation=availability").json?["requests"]
      let outcomes = entries?.elements.compactMap { $0["outcome"]?.string } ?? []
      #expect(outcomes.first == "refused")
      #expect(outcomes.count >= 2 && outcomes.dropFirst().allSatisfy { $0 == "answered" }, "\(outcomes)")
    }

    @Test func theStreamOfEventsWorks() throws {
      let server = try RunningServer()
      let curl = try ChildProcess(
        "/usr/bin/env",
        [
          "curl", "-sSN", "--http2-prior-knowledge", "\(server.url)/__willcall/stream?apikey=two",
        ])
      #expect(curl.output.wait(until: .now() + .seconds(30)) { $0.contains("\n\n") })
      _ = try server.partner("two").get("/partners/v1/events/3F005105D843DFA3/availability")
      #expect(curl.output.wait(until: .now() + .seconds(30)) { $0.contains("availability") })
    }

    @Test func itCanBeTurnedOff() throws {
      let server = try RunningServer(["--no-http2"])
      let answer = try CurlTwo.call(server, [Self.availability])
      #expect(answer.status != 0)
      #expect(try CurlTwo.call(server, [Self.availability], version: "--http1.1").head.hasPrefix("HTTP/1.1 200"))
      #expect(try Command.run(["serve", "--http2", "--no-http2"]).status == 2)
    }
  }
#else
  @Suite struct NoHTTP2Tests {
    @Test func aBuildWithoutItSaysSo() throws {
      let refused = try Command.run(["serve", "--http2", "--port", "0"])
      #expect(refused.status == 2)
      #expect(refused.errors.contains("this build has no HTTP/2; build with --traits HTTP2"))
    }
  }
#endif
