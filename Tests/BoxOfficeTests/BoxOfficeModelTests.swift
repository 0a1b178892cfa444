import BoxOffice
import Determinism
import Testing

/// Thousands of random steps of several clients, each compared with a simple model and followed by a check of
/// the whole inventory and of the money.
@Suite struct BoxOfficeModelTests {
  /// Houses that are opened one after the other, for one that is sold out is dull.
  private static let houses = 10
  private static let stepsAHouse = 500

  private static func steps(seed: UInt64, house: Int) -> [BoxOfficeStep] {
    var source = SeededSource(seed: seed, purpose: .init(rawValue: 0x6d6f_6465), UInt64(house))
    return (0..<stepsAHouse).map { _ in BoxOfficeStep.random(using: &source) }
  }

  /// The shortest list that is found to fail, and what is wrong then.
  private static func shrink(
    _ steps: [BoxOfficeStep], _ house: BoxOfficeHouse, seed: UInt64, flaw: BoxOfficeModel.Flaw? = nil
  ) -> [BoxOfficeStep] {
    Shrinker.shortest(steps, simpler: \.simpler) {
      BoxOfficeRun.firstProblem($0, house, seed: seed, flaw: flaw) != nil
    }
  }

  @Test(arguments: [1, 2, 3])
  func boxOfficeAgreesWithTheModel(seed: UInt64) async throws {
    let house = try BoxOfficeHouse()
    var counts: [String: Int] = [:]
    for number in 0..<Self.houses {
      // The tests share few threads, and some of them wait for a server.
      await Task.yield()
      let steps = Self.steps(seed: seed, house: number)
      do throws(BoxOfficeRun.Problem) {
        let run = try BoxOfficeRun.taking(steps, house, seed: seed)
        counts.merge(run.counts) { $0 + $1 }
      } catch {
        let short = Self.shrink(Array(steps.prefix(error.steps)), house, seed: seed)
        let problem = BoxOfficeRun.firstProblem(short, house, seed: seed)?.description ?? "nothing any more"
        Issue.record(
          """
          seed \(seed), house \(number): \(error) after \(error.steps) steps. In short: \(problem) after
          \(short.map { ".\($0)" }.joined(separator: ",\n"))
          """)
        return
      }
    }
    for event in [
      "reserved", "refused", "paid", "not paid", "shipped", "payment dropped", "committed", "not committed", "deleted",
      "asked for expired", "asked for committed", "asked for deleted", "voided", "scanned", "scanned paper",
      "scanned too early", "scanned after release", "restored",
    ] {
      #expect(counts[event, default: 0] > 2, "\(event) hardly happened: \(counts)")
    }
  }

  /// How many steps each flaw takes to show.
  private static let flaws: [(flaw: BoxOfficeModel.Flaw, steps: Int)] = [
    (.paymentNeverProlongsTheHold, 2), (.holdsEndOneMillisecondLate, 2), (.voidedSeatsComeBack, 4),
    (.deletedSeatsStayTaken, 2), (.ordersAreNotVoided, 4), (.deliveryIsFree, 2),
  ]

  @Test(arguments: flaws)
  func plantedFlawIsFoundAndItsStepsAreFew(flaw: BoxOfficeModel.Flaw, count: Int) throws {
    let house = try BoxOfficeHouse()
    let steps = Self.steps(seed: 1, house: 0)
    let problem = try #require(BoxOfficeRun.firstProblem(steps, house, seed: 1, flaw: flaw))
    let short = Self.shrink(Array(steps.prefix(problem.steps)), house, seed: 1, flaw: flaw)
    #expect(short.count == count, "\(short)")
    #expect(BoxOfficeRun.firstProblem(short, house, seed: 1, flaw: flaw) != nil)
    #expect(BoxOfficeRun.firstProblem(short, house, seed: 1) == nil, "without the flaw nothing is wrong")
    for place in short.indices {
      var less = short
      less.remove(at: place)
      #expect(BoxOfficeRun.firstProblem(less, house, seed: 1, flaw: flaw) == nil, "\(short) without \(place)")
    }
  }

  @Test func everyFlawIsPlanted() {
    #expect(Set(Self.flaws.map(\.flaw)) == Set(BoxOfficeModel.Flaw.allCases))
  }

  @Test func shrinkerLeavesWhatMattersAndNothingElse() {
    let found = Shrinker.shortest(Array(0..<1_000), simpler: { $0 > 700 ? [$0 - 1] : [] }) { list in
      list.contains(3) && list.contains { $0 >= 650 } && list.count { $0 > 100 } >= 2
    }
    #expect(found.count == 3 && found[0] == 3 && found[2] >= 650, "\(found)")
    #expect(Shrinker.shortest([1], simpler: { _ in [] }) { _ in true } == [])
  }

  /// At the end of every hold the house is as full as the orders say.
  @Test func onlySoldSeatsStayTaken() throws {
    let steps = Self.steps(seed: 9, house: 0) + [.advance(milliseconds: 3_600_000)]
    let run = try BoxOfficeRun.taking(steps, BoxOfficeHouse(), seed: 9)
    #expect(run.office.liveCartCount == 0)
    #expect(run.model.held.isEmpty && !run.model.orders.isEmpty)
  }
}
