/// One rule of the integration: what it asks for, and what notes that it is broken.
public struct Rule: Sendable {
  /// Its name, which never changes its meaning.
  public let id: String
  /// How grave it is to break it.
  public let severity: Report.Severity
  /// What it asks for.
  public let sentence: String
  /// Why.
  public let why: String
  /// How to fix a client.
  public let fix: String
  /// Where it comes from.
  public let source: String
  let operations: OperationSet
  let check: Check

  /// How it is checked.
  enum Check: Sendable {
    /// By what a request itself says, whoever answered it.
    case request(@Sendable (ExchangeFact, inout Notes) -> Void)
    /// By how a request was answered; not if the answer was arranged.
    case answer(@Sendable (ExchangeFact, inout Notes) -> Void)
    /// With a memory.
    case memory(@Sendable () -> any Checker)
  }

  init(
    _ id: String, _ severity: Report.Severity, _ sentence: String, why: String, fix: String, source: String,
    reads operations: OperationSet, _ check: Check
  ) {
    self.id = id
    self.severity = severity
    self.sentence = sentence
    self.why = why
    self.fix = fix
    self.source = source
    self.operations = operations
    self.check = check
  }

  /// The version of the rules: it changes when one is added or judges otherwise.
  public static let version = 1

  /// All rules, in the order of every report.
  public static let all: [Rule] = accounts + devices + tickets + carts + polling + requests

  private static let places = Dictionary(uniqueKeysWithValues: all.indices.map { (all[$0].id, $0) })

  /// The place of a rule in ``all``.
  static func place(of id: String) -> Int? { places[id] }

  /// The rule with an id.
  public static func named(_ id: String) -> Rule? { place(of: id).map { all[$0] } }

  /// What an exchange is given to.
  struct Reader: Sendable {
    /// The rule's place in ``Rule/all``.
    let place: Int
    /// Where its memory is; -1 if it has none.
    let slot: Int
    let check: Check
  }

  /// The rules that read an operation, by its number; last those that read what reached none.
  static let readers: [[Reader]] = {
    let operations: [LedgerOperation?] = LedgerOperation.allCases + [nil]
    return operations.map { operation in
      all.indices.filter { all[$0].operations.contains(operation) }.map { place in
        Reader(place: place, slot: remembering.firstIndex(of: place) ?? -1, check: all[place].check)
      }
    }
  }()

  /// The places of the rules with a memory.
  static let remembering: [Int] = all.indices.filter { if case .memory = all[$0].check { true } else { false } }
}
