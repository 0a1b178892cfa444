import Backstage
import BoxOffice
import Determinism
import Dispatch
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Synchronization
import Testing

/// Control requests while clients, and other control requests, are at work.
@Suite struct ConcurrencyTests {
  @Test func requestsOfOneSandboxAreAnsweredInTheirOrder() async throws {
    let stage = try Stage()
    let moves = 50
    let times = await withCheckedContinuation { (done: CheckedContinuation<[String], Never>) in
      let told = Mutex<[String]>([])
      for _ in 1...moves {
        guard
          let request = try? Stage.request(
            .post, "/__willcall/clock?apikey=my-key", #"{"advance":"PT1S"}"#, ["Host": "localhost"])
        else { continue }
        let outlet = Answered { response in
          let now = (try? JSONValue.parse(response.body))?["now"]?.string ?? ""
          let all = told.withLock { told in
            told.append(now)
            return told
          }
          if all.count == moves { done.resume(returning: all) }
        }
        stage.backstage.respond(to: request, on: outlet)
      }
    }
    #expect(times == times.sorted())
    #expect(Set(times).count == moves)
  }

  @Test func everyExpiredCartIsListedOnceWhoeverNoticesIt() async throws {
    let stage = try Stage()
    #expect(try stage.control(.put, "events/3F00000000000001", BundledCatalogue.event(rows: 100)).status == 201)
    let event = try #require(stage.sandbox.event("3F00000000000001"))
    for round in 1...5 {
      try stage.sandbox.withState { state in
        let now = state.clock.now(realNow: stage.realTime.now)
        for _ in 0..<900 {
          _ = try state.boxOffice.reserve(
            ReserveRequest(tickets: [.init(type: "000000000001")]), event: event, now: now)
        }
      }
      let totals = try await withThrowingTaskGroup(of: Int.self) { group in
        // Two moves, and clients whose requests end holds as well.
        for _ in 1...2 {
          group.addTask {
            try Answer(
              stage.backstage.respond(
                to: Stage.request(
                  .post, "/__willcall/clock?apikey=my-key", #"{"advance":"PT5M"}"#, ["Host": "localhost"]))
            ).integer("/expiredCarts/total")
          }
        }
        for _ in 1...4 {
          group.addTask {
            _ = try stage.ask(.get, "/partners/v1/events/3F00000000000001/availability")
            return 0
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(totals == 900, "round \(round)")
      #expect(stage.sandbox.withState { $0.boxOffice.inconsistency() } == nil)
    }
  }

  @Test func manyHoldsExpireWithoutHoldingUpAnybody() async throws {
    let rows = 1_000
    let stage = try Stage()
    #expect(try stage.control(.put, "events/3F00000000000001", BundledCatalogue.event(rows: rows)).status == 201)
    let event = try #require(stage.sandbox.event("3F00000000000001"))
    for row in 1...rows {
      try stage.sandbox.withState { state in
        let now = state.clock.now(realNow: stage.realTime.now)
        for seat in 1...10 {
          var wish = ReserveRequest(tickets: [.init(type: "000000000001")])
          (wish.section, wish.row, wish.beginSeat, wish.endSeat) = ("S", "\(row)", seat, seat)
          wish.acceptsBestAvailable = false
          _ = try state.boxOffice.reserve(wish, event: event, now: now)
        }
      }
    }
    // Told while the move is under way, cart by cart: whoever asks then must be answered.
    let answers = Mutex<[Int]>([])
    let listening = Mutex(0)
    stage.directory.settings.audience.listen { happening in
      guard case .cart(.expired, _, _, _, _) = happening.kind else { return }
      guard
        listening.withLock({
          $0 += 1; return $0 % 200 == 0
        })
      else { return }
      for key in ["my-key", "other"] {
        let status = try? stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability", key: key).status
        answers.withLock { $0.append(status ?? 0) }
      }
    }
    // On a thread of its own: what runs as a task has to wait for the other tests, and this one for it.
    let (reports, report) = AsyncThrowingStream<Answer, any Error>.makeStream()
    DispatchQueue(label: "clock").async {
      report.yield(with: Result { try stage.control(.post, "clock", #"{"advance":"PT5M"}"#) })
    }
    var during = 0
    while stage.sandbox.withState({ $0.boxOffice.liveCartCount }) > 0 {
      #expect(try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability", key: "other").status == 200)
      during += 1
    }
    let moved = try #require(await reports.first { _ in true })
    stage.directory.settings.audience.listen(nil)
    #expect(try moved.integer("/expiredCarts/total") == 10 * rows)
    #expect(try moved.elements("/expiredCarts/carts").count == 1_000)
    #expect(answers.withLock { $0 } == Array(repeating: 200, count: 10))
    #expect(during > 0, "others were answered before all holds had ended")
    #expect(try stage.ask(.get, "/partners/v1/events/\(event.id)/availability").status == 200)
  }

  @Test func sandboxIsWholeWhileItIsResetRestoredAndReplaced() async throws {
    let stage = try Stage()
    let id = "3F00000000000001"
    let small = BundledCatalogue.event(rows: 2)
    let large = BundledCatalogue.event(name: "Another", rows: 60)
    #expect(try stage.control(.put, "events/\(id)", large).status == 201)
    let document = try stage.control(.get, "state").text
    let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
      group.addTask {
        try (1...40).map { _ in try Self.ask(stage.backstage, .put, "state", document) }
      }
      group.addTask {
        try (1...40).map { try Self.ask(stage.backstage, .put, "events/\(id)", $0 % 2 == 0 ? small : large) }
      }
      group.addTask {
        try (1...40).map { _ in try Self.ask(stage.backstage, .post, "reset", #"{"parts":["state"]}"#) }
      }
      for _ in 1...2 {
        group.addTask {
          let reserve = #"{"reserve":{"tickets":[{"id":"000000000001","quantity":4}]}}"#
          return try (1...100).flatMap { _ in
            [
              try stage.ask(.get, "/partners/v1/events/\(id)/availability").status,
              try stage.ask(.post, "/partners/v1/events/\(id)/cart", reserve).status,
            ]
          }
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
    }
    #expect(statuses.isSubset(of: [200, 201, 204, 400, 404, 409]), "\(statuses)")
    #expect(stage.sandbox.withState { $0.boxOffice.inconsistency() } == nil)
  }

  private static func ask(
    _ backstage: BackstageService, _ method: HTTPRequest.Method, _ path: String, _ body: String
  ) throws -> Int {
    backstage.respond(
      to: try Stage.request(method, "/__willcall/\(path)?apikey=my-key", body, ["Host": "localhost"])
    ).status.code
  }
}
