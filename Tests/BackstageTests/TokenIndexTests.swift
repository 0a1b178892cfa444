import BoxOffice
import Dispatch
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Testing

@testable import Sandboxes

/// Requests without a key find their sandbox by an index, which has exactly what the sandboxes have.
@Suite struct TokenIndexTests {
  /// An order of the catalogue, which every sandbox has.
  private static let sharedToken = "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY"

  /// Checks that the index has every token of every sandbox, and no more.
  private func expectExact(_ stage: Stage, _ sourceLocation: SourceLocation = #_sourceLocation) {
    let directory = stage.directory
    var (orders, polls) = (0, 0)
    for sandbox in directory.all {
      let (tokens, polled) = sandbox.withState { ($0.boxOffice.orders.map(\.token), Array($0.polls.polls.keys)) }
      orders += tokens.count
      polls += polled.count
      for token in tokens {
        let owner = directory.index.orders.owner(of: token, favourite: sandbox.key)
        #expect(owner == sandbox.key, sourceLocation: sourceLocation)
      }
      for token in polled {
        let owner = directory.index.polls.owner(of: token, favourite: sandbox.key)
        #expect(owner == sandbox.key, sourceLocation: sourceLocation)
      }
    }
    #expect(directory.index.orders.count == orders, sourceLocation: sourceLocation)
    #expect(directory.index.polls.count == polls, sourceLocation: sourceLocation)
  }

  /// The status of a request without a key.
  private func status(_ stage: Stage, _ target: String) throws -> Int {
    Answer(stage.partner.respond(to: try Stage.request(.get, target, "", ["Host": "a"]))).status
  }

  private func redeem(_ stage: Stage, _ token: String) throws -> Int { try status(stage, "/redeem?token=\(token)") }

  private func poll(_ stage: Stage, _ token: String) throws -> Int {
    try status(stage, "/partners/v1/polling-status?token=\(token)")
  }

  /// Asks for something to poll for; the token.
  private func pollToken(_ stage: Stage, key: String? = nil) throws -> String {
    let answer = try stage.ask(
      .get, "/partners/v1/orders?order_number=39-20827/PHX", key: key,
      headers: ["Host": "a", "X-TM-FORCE-POLLING": "true"])
    let url = try answer.string("/polling_url")
    return String(try #require(url.firstMatch(of: /token=([0-9a-f-]+)/)).output.1)
  }

  @Test func nobodyWalksThroughTheSandboxes() throws {
    let stage = try Stage()
    for number in 1...200 { _ = stage.directory.sandbox(for: "key-\(number)") }
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let polled = try pollToken(stage)
    let before = stage.directory.walkCount
    for (target, expected) in [
      ("/redeem?token=x", 404), ("/redeem", 404), ("/redeem?token=\(bought)", 200),
      ("/redeem?token=\(Self.sharedToken)", 200), ("/safetix/configuration/v1/config", 200),
      ("/safetix/configuration/v1/config?apikey=key-7", 200), ("/partners/v1/polling-status?token=x", 401),
      ("/partners/v1/polling-status?token=x&apikey=key-7", 404), ("/partners/v1/polling/x?apikey=key-7", 404),
      ("/partners/v1/polling-status?token=\(polled)", 202), ("/partners/v1/events", 401),
      ("/partners/v1/status?token=\(bought)&apikey=key-7", 404),
    ] {
      #expect(try status(stage, target) == expected, "\(target)")
    }
    #expect(stage.directory.walkCount == before)
    _ = stage.directory.all
    #expect(stage.directory.walkCount == before + 1, "walks are counted")
  }

  @Test func whatIsMadeIsFound() throws {
    let stage = try Stage()
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let arranged = try stage.control(.post, "orders", #"{"event":"\#(EventID.phoenix)","account":"1"}"#)
      .string("/order_token")
    let polled = try pollToken(stage)
    expectExact(stage)
    #expect(try redeem(stage, bought) == 200)
    #expect(try redeem(stage, arranged) == 200)
    #expect(try poll(stage, polled) == 202)
    _ = try stage.control(.post, "orders/\(arranged)/void")
    #expect(try redeem(stage, arranged) == 200, "a voided order is still one")
    _ = try stage.control(.post, "clock", #"{"advance":"P1D"}"#)
    #expect(try poll(stage, polled) == 200, "the clock takes nothing away")
    expectExact(stage)
  }

  @Test func aResetOfTheStateTakesItAway() throws {
    let stage = try Stage()
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let polled = try pollToken(stage)
    for parts in [#"["clock"]"#, #"["journal","ledger","scenarios","faults"]"#] {
      _ = try stage.control(.post, "reset", #"{"parts":\#(parts)}"#)
      #expect(try redeem(stage, bought) == 200)
      #expect(try poll(stage, polled) != 401)
    }
    _ = try stage.control(.post, "reset", #"{"parts":["state"]}"#)
    #expect(try redeem(stage, bought) == 404)
    #expect(try poll(stage, polled) == 401, "the token is good for nothing, so a key is needed")
    #expect(try redeem(stage, Self.sharedToken) == 200, "an order of the catalogue is there again")
    expectExact(stage)
    #expect(try stage.buy(EventID.phoenix).string("/order_token") == bought, "the same again")
    #expect(try redeem(stage, bought) == 200)
    expectExact(stage)
  }

  @Test func anImportBringsItsOwnAndTakesWhatWasThere() throws {
    let stage = try Stage()
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let polled = try pollToken(stage)
    let state = try stage.control(.get, "state").text
    let later = try stage.buy(EventID.phoenix).string("/order_token")
    let laterPolled = try pollToken(stage)
    #expect(try stage.control(.put, "state", state).status == 204)
    #expect(try redeem(stage, bought) == 200)
    #expect(try poll(stage, polled) == 202)
    #expect(try redeem(stage, later) == 404)
    #expect(try poll(stage, laterPolled) == 401)
    expectExact(stage)
    let fresh = try Stage()
    #expect(try redeem(fresh, bought) == 404)
    #expect(try fresh.control(.put, "state", state).status == 204)
    #expect(try redeem(fresh, bought) == 200)
    #expect(try poll(fresh, polled) == 202)
    expectExact(fresh)
    let broken = state.replacing("\"orders\":", with: "\"odors\":")
    #expect(try fresh.control(.put, "state", broken).status == 422)
    #expect(try redeem(fresh, bought) == 200, "a refused import changes nothing")
    expectExact(fresh)
  }

  @Test func oneTokenInSeveralSandboxesIsThatOfTheOneUsedLast() throws {
    let stage = try Stage()
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let state = try stage.control(.get, "state").text
    #expect(try stage.control(.put, "state", state, key: "other").status == 204)
    expectExact(stage)
    #expect(stage.directory.order(token: bought)?.sandbox.key == "other")
    _ = stage.sandbox
    #expect(stage.directory.order(token: bought)?.sandbox.key == stage.key)
    stage.sandbox.reset([.state])
    #expect(stage.directory.order(token: bought)?.sandbox.key == "other")
    _ = stage.directory.sandbox(for: "third")
    #expect(stage.directory.order(token: bought)?.sandbox.key == "other", "the one used last has no such order")
    expectExact(stage)
  }

  @Test func whatADroppedSandboxHadIsGone() throws {
    let stage = try Stage(limit: 2)
    let bought = try stage.buy(EventID.phoenix).string("/order_token")
    let polled = try pollToken(stage)
    let dropped = stage.sandbox
    for key in ["b", "c"] { _ = try stage.ask(.get, "/partners/v1/events", key: key) }
    #expect(stage.directory.existing(stage.key) == nil)
    #expect(try redeem(stage, bought) == 404)
    #expect(try poll(stage, polled) == 401)
    expectExact(stage)
    // Requests that were under way go on with the sandbox that they have.
    dropped.reset([.state])
    _ = dropped.withState { (state, now) in
      try? state.boxOffice.arrangeOrder(
        event: state.boxOffice.event(EventID.phoenix), tickets: 1, account: "1", email: nil, source: "", now: now)
    }
    expectExact(stage)
    #expect(try stage.buy(EventID.phoenix).string("/order_token") == bought, "the key begins anew")
    #expect(try redeem(stage, bought) == 200)
    expectExact(stage)
  }

  @Test func answersThatAreForgottenAreGone() throws {
    let stage = try Stage()
    // The wait is also over when it has passed in real time, which is a few seconds where polling is forced.
    let rule = #"{"name":"p","when":{"operation":"orders.get"},"then":{"poll":{"times":1,"waitSeconds":600}}}"#
    #expect(try stage.control(.put, "scenarios", #"{"active":[{"name":"long","rules":[\#(rule)]}]}"#).status == 200)
    let first = try pollToken(stage)
    for _ in 1..<PollTable.limit { _ = try pollToken(stage) }
    #expect(try poll(stage, first) == 202)
    let last = try pollToken(stage)
    #expect(try poll(stage, first) == 401)
    #expect(try poll(stage, last) == 202)
    expectExact(stage)
  }

  /// Sandboxes are made, dropped, reset, restored, bought from and polled in all at once.
  @Test func racingChangesLeaveItExact() throws {
    let stage = try Stage(limit: 4)
    _ = try stage.buy(EventID.phoenix)
    _ = try pollToken(stage)
    let state = try JSONValue.parse(stage.sandbox.export())
    let tokens = stage.sandbox.withState { $0.boxOffice.orders.map(\.token) + $0.polls.order }
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for round in 0..<40 {
        let sandbox = stage.directory.sandbox(for: "key-\((worker + round) % 8)")
        switch (worker * 5 + round) % 6 {
        case 0: sandbox.reset([.state])
        case 1: try? sandbox.restore(state) { _ in nil }
        case 2, 3:
          let poll = Poll(
            answer: HeldAnswer(status: .ok, contentType: nil, body: []), cartID: nil, rounds: 1, wait: 0,
            readyAt: Stage.start, readyInRealTime: .now)
          _ = sandbox.withState { $0.polls.add(poll, seed: sandbox.seed) }
        default:
          _ = sandbox.withState { (state, now) in
            try? state.boxOffice.arrangeOrder(
              event: state.boxOffice.event(EventID.phoenix), tickets: 1, account: "1", email: nil, source: "", now: now)
          }
        }
        for token in tokens {
          _ = stage.directory.order(token: token)
          _ = stage.directory.sandbox(polledWith: token)
        }
      }
    }
    #expect(stage.directory.all.count <= 4)
    expectExact(stage)
  }

  @Test func theServerIsFreedWithAllThatItHas() throws {
    weak var directory: SandboxDirectory?
    do {
      let stage = try Stage()
      _ = try stage.buy(EventID.phoenix)
      directory = stage.directory
    }
    #expect(directory == nil)
  }
}
