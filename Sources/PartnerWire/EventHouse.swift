import Determinism
import EventCatalogue

/// Which areas of an event have which price levels, and numbers for things that the catalogue only names.
///
/// Price levels whose offers all need a password are treated as having no seats.
struct EventHouse {
  private let areasByLevel: [[Int]]

  init(_ event: Event) {
    areasByLevel = event.layout.rowsByLevel.enumerated().map { level, runs in
      guard event.description.offers.contains(where: { $0.priceLevel == level && $0.isOpen(to: nil) }) else {
        return []
      }
      return Set(runs.flatMap { event.layout.rows[$0].areas }).sorted()
    }
  }

  /// The indices of the areas in which a price level has seats.
  func areas(ofLevel level: Int) -> [Int] { areasByLevel[level] }

  /// The indices of the price levels that have seats in an area.
  func levels(ofArea area: Int) -> [Int] {
    areasByLevel.indices.filter { areasByLevel[$0].contains(area) }
  }

  /// A six-digit number that stands for a name, the same everywhere.
  func number(for name: String) -> Int { Self.number(for: name) }

  /// A six-digit number that stands for a name, the same everywhere.
  static func number(for name: String) -> Int {
    100_000 + Int(SeededSource.fold(name) % 900_000)
  }
}
