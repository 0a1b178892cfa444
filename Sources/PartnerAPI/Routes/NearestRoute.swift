import HTTPTypes
import JSONText

/// Finds the route that a request for an unknown path, or with a wrong method, probably meant.
///
/// No list is kept by hand: paths are compared with the patterns of ``RouteTable``, segment by segment.
enum NearestRoute {
  /// A pattern of the table, and the call to suggest for it.
  private struct Candidate {
    let method: String
    let segments: [String]
    /// The route to suggest: for a path from older documents, its current form.
    let shown: (method: String, path: String)
    /// The first segments of all patterns of the route; they are interchangeable.
    let prefixes: Set<String>
    /// The words that distinguish it from other patterns.
    let words: [String]

    init(_ route: PartnerRoute, pattern: String) {
      method = route.method.rawValue
      segments = RouteAdvice.segments(of: pattern)
      prefixes = Set(route.patterns.compactMap { RouteAdvice.segments(of: $0).first })
      let own = RouteTable.isPartnerPrefix(segments) ? segments.dropFirst(2) : segments[...]
      words = own.filter { !$0.hasPrefix("{") && $0 != "v1" }
      guard let present = route.presentForm?.split(separator: " "), present.count == 2 else {
        shown = (method, pattern)
        return
      }
      shown = (String(present[0]), segments.prefix(2).map { "/\($0)" }.joined() + present[1])
    }
  }

  /// One candidate for each pattern whose route the documents list in this form.
  private static let candidates: [Candidate] = RouteTable.routes.flatMap { route in
    if case .open = route.access { return [Candidate]() }
    if route.contract.variant != nil, route.presentForm == nil { return [] }
    return route.patterns.map { Candidate(route, pattern: $0) }
  }

  /// The costs of turning one path into another.
  private enum Cost {
    static let word = 10
    /// An identifier too many or too few.
    static let identifier = 2
    /// A word in place of an identifier.
    static let wordAsIdentifier = 10
    static let otherCase = 1
    static let method = 11
    /// Anything that costs more does not count as a misspelling.
    static let limit = 39
  }

  private static let segmentLimit = 12
  private static let wordLengthLimit = 24

  /// The nearest route, such as `GET /partners/v1/events`; with all methods of its path if none is the request's.
  ///
  /// - Parameter isKnown: whether the path has routes, and only the method is wrong.
  /// - Returns: `nil` if no route is near.
  static func text(for segments: [String], method: String, isKnown: Bool = false) -> String? {
    guard segments.count <= segmentLimit else { return nil }
    let wanted = method == "HEAD" ? "GET" : method
    let first = segments.first ?? ""
    // Among interchangeable prefixes, keep the one that was sent.
    let served = candidates.filter { candidate in
      (candidate.segments.first == first || !candidate.prefixes.contains(first))
        && (!isKnown || candidate.segments.count == segments.count)
    }
    var costs = WordCosts(segments)
    let alike = served.filter { $0.words.contains { costs.occurs($0) } }
    let choice = alike.isEmpty && RouteTable.isPartnerPrefix(segments) ? served : alike
    var best: (candidate: Candidate, cost: Int)?
    for candidate in choice {
      var cost = distance(candidate.segments, segments, &costs)
      if candidate.method != wanted, !isKnown { cost += Cost.method }
      if cost < best?.cost ?? .max { best = (candidate, cost) }
    }
    guard let best, best.cost <= Cost.limit else { return nil }
    let (found, path) = (best.candidate, best.candidate.shown.path)
    if found.method == wanted { return "\(found.shown.method) \(path)" }
    let others = choice.filter { $0.segments == found.segments && $0.shown.path == path }
    return "\(list(others.map(\.shown.method))) \(path)"
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// The lowest cost of turning a pattern into a path by inserting, removing and misspelling words (Levenshtein).
  private static func distance(_ pattern: [String], _ path: [String], _ costs: inout WordCosts) -> Int {
    var row = path.indices.reduce(into: [0]) { $0.append($0[$1] + costs.removal[$1]) }
    for expected in pattern {
      let isParameter = expected.hasPrefix("{")
      let replacing = isParameter ? costs.asIdentifier : costs.replacing(expected)
      let missing = isParameter ? Cost.identifier : Cost.word
      var next = [row[0] + missing]
      for place in path.indices {
        next.append(min(row[place] + replacing[place], row[place + 1] + missing, next[place] + costs.removal[place]))
      }
      row = next
    }
    return row[path.count]
  }

  /// The cost of each segment of a path, computed only once for each word of the table.
  private struct WordCosts {
    /// The cost of a superfluous segment.
    let removal: [Int]
    /// The cost in place of a parameter.
    let asIdentifier: [Int]
    private let segments: [String]
    private var known: [String: [Int]] = [:]

    init(_ segments: [String]) {
      let isIdentifier = segments.map { RouteAdvice.isIdentifier($0) }
      removal = isIdentifier.map { $0 ? Cost.identifier : Cost.word }
      asIdentifier = isIdentifier.map { $0 ? 0 : Cost.wordAsIdentifier }
      self.segments = segments
    }

    /// The cost in place of a word.
    mutating func replacing(_ word: String) -> [Int] {
      if let costs = known[word] { return costs }
      let costs = segments.map { Self.cost(of: $0, insteadOf: word) }
      known[word] = costs
      return costs
    }

    /// Whether the path contains a word, possibly misspelt.
    mutating func occurs(_ word: String) -> Bool { replacing(word).contains { $0 < Cost.word } }

    private static func cost(of found: String, insteadOf word: String) -> Int {
      if found == word { return 0 }
      guard found.utf8.count <= wordLengthLimit else { return 2 * Cost.word }
      let edits = Spelling.distance(from: Array(found.lowercased().utf8), to: Array(word.utf8))
      if edits == 0 { return Cost.otherCase }
      return edits <= max(1, word.utf8.count / 3) ? 1 + edits : 2 * Cost.word
    }
  }
}
