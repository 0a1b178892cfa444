/// One rule of the integration: what it asks for, and how a breach is noticed.
public struct Rule: Sendable {
  /// Its name; a name never changes its meaning.
  public let id: String
  /// How serious a breach is.
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
    /// By the request itself, no matter how it was answered.
    case ofRequest(Judgement)
    /// By the answer to a request; skipped if the answer was arranged.
    case ofAnswer(Judgement)
    /// By a checker that remembers earlier facts; it reads exchanges with some of the traits.
    case ofMemory(ExchangeTraits, @Sendable () -> any Checker)

    /// By the request itself, no matter how it was answered; the closure notes what there was to judge.
    static func request(_ judge: @escaping Judgement.Closure) -> Check { .ofRequest(Judgement(judge)) }

    /// By the request itself, no matter how it was answered: something to judge if it has some of the `subjects`, and
    /// broken only if it then has some of the `faults` as well, of which the closure tells.
    static func request(
      _ subjects: ExchangeTraits, faults: ExchangeTraits, _ tell: @escaping Judgement.Closure
    ) -> Check {
      .ofRequest(Judgement(subjects, faults: faults, tell))
    }

    /// By the answer to a request; skipped if the answer was arranged.
    static func answer(_ judge: @escaping Judgement.Closure) -> Check { .ofAnswer(Judgement(judge)) }

    /// By a checker that remembers earlier facts.
    ///
    /// - Parameter traits: it reads exchanges with some of these.
    static func memory(of traits: ExchangeTraits = .any, _ make: @escaping @Sendable () -> any Checker) -> Check {
      .ofMemory(traits, make)
    }
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

  /// The version of the rules, which changes when a rule is added or starts to judge differently.
  public static let version = 1

  /// All rules, in the order in which every report lists them.
  public static let all: [Rule] = accounts + devices + tickets + carts + polling + requests

  private static let places = Dictionary(uniqueKeysWithValues: all.indices.map { (all[$0].id, $0) })

  /// The index of a rule in ``all``.
  static func place(of id: String) -> Int? { places[id] }

  /// The rule with an id.
  public static func named(_ id: String) -> Rule? { place(of: id).map { all[$0] } }

  /// The rules that read each operation, by its number; the last entry is for exchanges that reached no operation.
  static let readers: [Readers] = {
    let operations: [LedgerOperation?] = LedgerOperation.allCases + [nil]
    return operations.map { Readers(of: $0) }
  }()

  /// The indices of the rules with a memory.
  static let remembering: [Int] = all.indices.filter { if case .ofMemory = all[$0].check { true } else { false } }
}
