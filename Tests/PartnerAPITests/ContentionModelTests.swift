import BoxOffice
import Determinism
import HTTPTypes
import Synchronization
import Testing

/// Clients of several sandboxes on real threads, after the same few seats at once.
///
/// Each call is noted with the moments before and after it. Of what was answered there must be an order in which every
/// seat has one holder at a time: no two were certain to have it at once, and nobody was refused whom nobody can have
/// been in the way of.
@Suite struct ContentionModelTests {
  private static let sandboxes = 4
  private static let clients = 6
  private static let callsARound = 60
  private static let rounds = 4

  @Test(arguments: [1, 2, 3])
  func everySeatHasOneHolderAtATime(seed: UInt64) async throws {
    let partner = try Partner(key: "sandbox-0", seed: seed, rate: 0)
    let arenas = (0..<Self.sandboxes).map { ContentionArena(partner.with(key: "sandbox-\($0)")) }
    for round in 0..<Self.rounds {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, arena) in arenas.enumerated() {
          for client in 0..<Self.clients {
            group.addTask {
              var source = SeededSource(
                seed: seed, purpose: .init(rawValue: 0x636f_6e74), UInt64(round), UInt64(number * Self.clients + client)
              )
              for _ in 0..<Self.callsARound { try arena.callAtRandom(client: client, using: &source) }
            }
          }
        }
        try await group.waitForAll()
      }
      for arena in arenas {
        #expect(arena.problem() == nil, "seed \(seed), round \(round)")
        // What is held runs out between the rounds, so that the next one begins with seats to have.
        try arena.passTime()
        #expect(arena.problem() == nil, "seed \(seed), after round \(round)")
      }
    }
    // Which call comes first is the threads' doing: in one sandbox, nobody may have bought what another gave back.
    let counts = arenas.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
    for what in ["reserved", "refused", "committed", "deleted", "ended before", "voided", "rendered", "expired"] {
      #expect(counts[what, default: 0] > 0, "\(what) never happened: \(counts)")
    }
  }

  /// A judge that never finds anything is no judge.
  @Test func judgeFindsWhatCannotBe() {
    func hold(_ seat: Int, asked: Int, told: Int) -> ContentionRecord.Hold {
      .init(cart: "\(asked)", seat: seat, asked: asked, told: told)
    }
    var record = ContentionRecord()
    record.hold(hold(1, asked: 1, told: 4))
    #expect(record.problem() == nil)
    record.hold(hold(2, asked: 2, told: 3))
    #expect(record.problem() == nil, "another seat")
    var twice = record
    twice.hold(hold(1, asked: 3, told: 6))
    #expect(twice.problem() != nil, "both have it")
    var released = record
    released.end("1", asked: 5, told: 8)
    released.hold(hold(1, asked: 6, told: 7))
    #expect(released.problem() == nil, "one can have had it before, one after")
    var refused = record
    refused.refuse(seat: 1, asked: 2, told: 3)
    #expect(refused.problem() == nil, "the other can have been served first")
    refused.refuse(seat: 3, asked: 5, told: 6)
    #expect(refused.problem() != nil, "nobody was in the way")
    var late = record
    late.end("1", asked: 5, told: 6)
    late.refuse(seat: 1, asked: 7, told: 8)
    #expect(late.problem() != nil, "it was free again")
  }
}
