import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary

/// A request, its answer and what is known of them, in one block of memory.
///
/// A journal stores thousands of exchanges that are hardly ever read. As messages, each would be some forty objects,
/// created while the memory is in the cache and freed long after, when it is not; so exchanges are packed, and unpacked
/// only on demand.
enum PackedExchange {
  private struct Flags: OptionSet {
    let rawValue: UInt32

    static let isHTTP10 = Flags(rawValue: 1)
    static let isOfServer = Flags(rawValue: 2)
    static let hasLine = Flags(rawValue: 4)
    static let isHTTP2 = Flags(rawValue: 8)
    // The texts that there are; the others are not written.
    static let hasOperation = Flags(rawValue: 0x10)
    static let hasEvent = Flags(rawValue: 0x20)
    static let hasAccount = Flags(rawValue: 0x40)
    static let hasScenario = Flags(rawValue: 0x80)
    static let hasDiagnosis = Flags(rawValue: 0x100)
    /// Not simply answered.
    static let hasOutcome = Flags(rawValue: 0x200)
    /// Not simply documented.
    static let hasFidelity = Flags(rawValue: 0x400)

    init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    init(_ facts: borrowing JournalFacts, _ version: HTTPVersion) {
      switch version {
      case .http10: self = .isHTTP10
      case .http11: self = []
      case .http2: self = .isHTTP2
      }
      if facts.isOfServer { insert(.isOfServer) }
      if facts.hasLine { insert(.hasLine) }
      if facts.operation != nil { insert(.hasOperation) }
      if facts.event != nil { insert(.hasEvent) }
      if facts.account != nil { insert(.hasAccount) }
      if facts.scenario != nil { insert(.hasScenario) }
      if facts.diagnosis != nil { insert(.hasDiagnosis) }
      if case .answered = facts.outcome {} else { insert(.hasOutcome) }
      if case .documented = facts.fidelity {} else { insert(.hasFidelity) }
    }

    var version: HTTPVersion { contains(.isHTTP2) ? .http2 : contains(.isHTTP10) ? .http10 : .http11 }
  }

  /// What comes first: everything that is a number.
  private struct Numbers: BitwiseCopyable {
    var number: UInt64
    var time: Int64
    // In attoseconds, because any other unit would cost a division of 128 bits for each exchange.
    var durationLow: UInt64
    var durationHigh: Int64
    /// -1 for content that is stored.
    var longRequest: Int64
    var longResponse: Int64
    var statusCode: Int32
    var flags: UInt32
  }

  /// The request number of a packed exchange, which comes first.
  static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

  /// Packs an exchange, whose parts are only read.
  static func pack(
    _ facts: inout JournalFacts, _ request: inout Request, _ response: inout Response, into packer: inout PartPacker
  ) {
    let flags = Flags(facts, request.version)
    let attoseconds = facts.duration.attoseconds
    packer.append(
      numbers: Numbers(
        number: facts.number, time: facts.time.millisecondsSinceEpoch,
        durationLow: UInt64(truncatingIfNeeded: attoseconds),
        durationHigh: Int64(truncatingIfNeeded: attoseconds >> 64),
        longRequest: Int64(facts.longRequest ?? -1), longResponse: Int64(facts.longResponse ?? -1),
        statusCode: Int32(truncatingIfNeeded: facts.statusCode), flags: flags.rawValue))
    if let operation = facts.operation { packer.append(operation.rawValue) }
    if flags.contains(.hasOutcome) { packer.append(facts.outcome.rawValue) }
    if flags.contains(.hasFidelity) { packer.append(facts.fidelity.rawValue) }
    if let event = facts.event { packer.append(event) }
    if let account = facts.account { packer.append(account) }
    if let scenario = facts.scenario { packer.append(scenario) }
    if let diagnosis = facts.diagnosis { packer.append(diagnosis) }
    packer.append(request.method.rawValue)
    packer.append(request.target.raw)
    packer.append(request.fields.wireBytes)
    if facts.longRequest == nil { packer.append(request.body) } else { packer.append([]) }
    packer.append(response.fields.wireBytes)
    if facts.longResponse == nil { packer.append(response.body) } else { packer.append([]) }
  }

  /// Unpacks an exchange; the parts are read in the order in which they were packed.
  static func entry(_ packed: PartUnpacker, _ secrets: Secrets) -> JournalEntry {
    var unpacker = packed
    let numbers = unpacker.numbers(as: Numbers.self)
    let duration = Duration(attoseconds: Int128(numbers.durationHigh) << 64 | Int128(numbers.durationLow))
    let statusCode = Int(numbers.statusCode)
    let flags = Flags(rawValue: numbers.flags)
    func text(_ flag: Flags) -> String? { flags.contains(flag) ? unpacker.text() : nil }
    let facts = JournalFacts(
      number: numbers.number, isOfServer: flags.contains(.isOfServer), hasLine: flags.contains(.hasLine),
      time: Instant(millisecondsSinceEpoch: numbers.time),
      operation: text(.hasOperation).flatMap { Operation(rawValue: $0) },
      outcome: text(.hasOutcome).flatMap { ExchangeOutcome(rawValue: $0) } ?? .answered, statusCode: statusCode,
      longRequest: length(numbers.longRequest), longResponse: length(numbers.longResponse), duration: duration,
      fidelity: text(.hasFidelity).flatMap { Fidelity(rawValue: $0) } ?? .documented, event: text(.hasEvent),
      account: text(.hasAccount), scenario: text(.hasScenario), diagnosis: text(.hasDiagnosis))
    guard let method = HTTPRequest.Method(unpacker.text()), let target = try? RequestTarget(unpacker.text()) else {
      preconditionFailure("what was packed is a request")
    }
    let request = Request(
      method: method, target: target, version: flags.version,
      fields: FieldSection(wireBytes: unpacker.content()),
      body: unpacker.content())
    let response = Response(
      status: HTTPResponse.Status(code: statusCode), fields: FieldSection(wireBytes: unpacker.content()),
      body: unpacker.content())
    return JournalEntry(facts, request, response, secrets)
  }

  private static func length(_ number: Int64) -> Int? { number < 0 ? nil : Int(number) }
}
