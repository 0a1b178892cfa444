public import EventCatalogue
import JSONText
public import Scenarios

extension Scenario {
  /// The events that the scenario names but a catalogue lacks, in words, with what was probably meant.
  ///
  /// - Returns: a clause for each, such as `3F00A, which does not exist (did you mean 3F00B?)`; at most twenty.
  public func unknownEvents(in catalogue: Catalogue) -> [String] {
    Self.unknown(events.byID.keys.sorted() + rules.compactMap(\.condition.event), in: catalogue)
  }

  fileprivate static func unknown(_ names: [String], in catalogue: Catalogue) -> [String] {
    var told: Set<String> = []
    let missing = names.filter { catalogue.event($0) == nil && told.insert($0).inserted }
    return missing.prefix(20).map { name in
      let meant = Spelling.nearest(to: name, among: catalogue.events.map(\.id))
      return "\(name), which does not exist" + (meant.map { " (did you mean \($0)?)" } ?? "")
    }
  }
}

extension OneOffRule {
  /// Like ``Scenario/unknownEvents(in:)``.
  public func unknownEvents(in catalogue: Catalogue) -> [String] {
    Scenario.unknown([condition.event].compactMap(\.self), in: catalogue)
  }
}
