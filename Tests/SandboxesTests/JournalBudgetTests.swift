import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Synchronization
import Testing

@testable import Sandboxes

struct JournalBudgetTests {
  private static func record(_ count: Int, in journal: Journal) throws {
    var facts = JournalFacts(
      number: 1, time: Instant(millisecondsSinceEpoch: 0), operation: nil, outcome: .answered, statusCode: 200,
      longRequest: nil,
      longResponse: nil, nanoseconds: 0, fidelity: .documented, event: nil, account: nil, scenario: nil,
      diagnosis: nil)
    var request = try Request(.get, "/")
    var response = Response(text: String(repeating: "x", count: 500))
    for _ in 0..<count { journal.record(&facts, &request, &response) }
  }

  @Test func sumIsThatOfTheJournals() throws {
    let budget = JournalBudget(limit: 100_000_000)
    var journals = [100, 200, 300].map { _ in Journal(budget: budget) }
    for (journal, count) in zip(journals, [100, 200, 1_100]) { try Self.record(count, in: journal) }
    func expectSum(_ step: Comment) {
      #expect(budget.weight == journals.reduce(0) { $0 + $1.weight }, step)
    }
    expectSum("recorded")
    #expect(budget.weight > 700_000)
    journals[2].shrink(to: 50_000)
    expectSum("shrunk")
    #expect(journals[2].weight <= 50_000)
    journals[1].clear()
    expectSum("cleared")
    journals.removeLast()
    expectSum("released")
    journals = []
    #expect(budget.weight == 0)
  }

  /// A closure that was wrapped once more at each look would soon overflow the stack.
  @Test func journalsAreFoundAsOftenAsTheyAreTooMuch() {
    let budget = JournalBudget(limit: 0)
    let count = Atomic<Int>(0)
    budget.find {
      count.add(1, ordering: .relaxed)
      return []
    }
    for _ in 1...100_000 { budget.add(1) }
    #expect(count.load(ordering: .relaxed) == 100_000)
  }
}
