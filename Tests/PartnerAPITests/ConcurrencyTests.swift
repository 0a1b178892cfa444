import BoxOffice
import HTTPTypes
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// Many requests at once.
@Suite struct ConcurrencyTests {
  @Test func oneSeatHasOneWinner() async throws {
    let partner = try Partner(rate: 0)
    let seat =
      #""section": "BALC2L", "row": "C", "begin_seat": 7, "end_seat": 7, "accept_best_available": false"#
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<40 { group.addTask { try partner.reserve(EventID.phoenix, more: seat).status } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 200 } == 1)
    #expect(statuses.count { $0 == 400 } == 39)
  }

  @Test func oneCartIsBoughtOnce() async throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix)
    #expect(try partner.pay(cart).status == 200)
    let numbers = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<20 {
        group.addTask { try partner.commit(EventID.phoenix, cart: cart.id).json?["order_number"]?.string }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.count { $0 != nil } == 1)
  }

  @Test func purchasesInParallelSellEverySeatOnce() async throws {
    let partner = try Partner(rate: 0)
    let seats = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<24 {
        group.addTask {
          let order = try partner.buy(EventID.phoenix, quantity: 3)
          let opened = try partner.open(token: order.token)
          return try (0..<3).map { index in
            let parts = try ["section", "row", "seat_name"].map { try opened.string("/tickets/\(index)/\($0)") }
            return parts.joined(separator: " ")
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(seats.count == 72)
    #expect(Set(seats).count == 72)
    #expect(partner.sandbox.withState { $0.boxOffice.inconsistency() } == nil)
  }

  /// Parallel requests change only who gets cart n.
  @Test func parallelRequestsDrawTheSameIDs() async throws {
    let sequential = try Partner(rate: 0)
    let expected = try Set((0..<30).map { _ in try sequential.hold(EventID.phoenix).id })
    let parallel = try Partner(rate: 0)
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<30 { group.addTask { try parallel.hold(EventID.phoenix).id } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids == expected)
  }

  @Test func newKeysMayArriveAtOnce() async throws {
    let partner = try Partner(limit: 8)
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<64 {
        group.addTask { try partner.with(key: "key-\(number % 16)").availability(EventID.chicago).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.allSatisfy { $0 == 200 })
    #expect(partner.service.directory.all.count <= 8)
  }
}
