package import BoxOffice
import JSONText

extension SeatsNotHad {
  /// What was asked for and why it was not available, in one sentence short enough for a header.
  package var sentence: String { "Asked for \(asked), which is not available: \(why)." }

  private var asked: String {
    switch named {
    case .places(let places):
      let shown = places.prefix(2).map(Self.shortened).joined(separator: ", ")
      return
        "\(places.count == 1 ? "place" : "places") \(shown)\(places.count > 2 ? " and \(places.count - 2) more" : "")"
    case .range(let section, let row, let begin, let end):
      var parts: [String] = []
      if let section { parts.append("section \(Self.shortened(section))") }
      if let row { parts.append("row \(Self.shortened(row))") }
      switch (begin, end) {
      case (let begin?, let end?): parts.append(begin == end ? "seat \(begin)" : "seats \(begin) to \(end)")
      case (let begin?, nil): parts.append("seats from \(begin) on")
      case (nil, let end?): parts.append("seats up to \(end)")
      case (nil, nil): break
      }
      return "\(quantity) of \(parts.joined(separator: " "))"
    }
  }

  private var why: String {
    switch reason {
    case .noPlace(let id): "\(Self.shortened(id)) is not a place in this event's availability"
    case .noSection(let name, let known): "there is no section \(Self.shortened(name))\(Self.offer(name, known))"
    case .noRow(let name, let known): "there is no row \(Self.shortened(name)) there\(Self.offer(name, known))"
    case .noNumber(nil): "there are no such seat numbers"
    case .noNumber(let known?):
      "there are no such seat numbers; they go from \(known.lowerBound) to \(known.upperBound)"
    case .otherAreas: "it is not in the areas asked for"
    case .otherOffers: "the ticket type is not sold there, or not at the price asked for"
    case .taken(let held, let sold):
      [held.isEmpty ? nil : "\(Self.list(held)) held", sold.isEmpty ? nil : "\(Self.list(sold)) sold"]
        .compactMap { $0 }.joined(separator: ", ")
    case .tooFewFree(let free): free == 0 ? "nothing there is free" : "only \(free) free there"
    case .notTogether: "there are no \(quantity) free seats side by side"
    case .strandsSingle: "it would strand a single seat (restrictSingle), or the seats are not side by side"
    }
  }

  private static func list(_ seats: [String]) -> String {
    let shown = seats.prefix(3).joined(separator: ", ")
    let more = seats.count > 3 ? " and \(seats.count - 3) more" : ""
    return "\(shown)\(more) \(seats.count == 1 ? "is" : "are")"
  }

  /// Suggests the name that was probably meant, or else lists the existing names.
  private static func offer(_ name: String, _ known: [String]) -> String {
    // A two-letter name is close to everything.
    if name.utf8.count > 2, let meant = Spelling.nearest(to: name, among: known) { return " (did you mean \(meant)?)" }
    let more = known.count > 8 ? " and \(known.count - 8) more" : ""
    return "; there are \(known.prefix(8).joined(separator: ", "))\(more)"
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 30 ? text : "\(String(text.unicodeScalars.prefix(27)))..."
  }
}
