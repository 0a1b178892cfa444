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

    init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    init(_ version: HTTPVersion) {
      switch version {
      case .http10: self = .isHTTP10
      case .http11: self = []
      case .http2: self = .isHTTP2
      }
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
    var flags = Flags(request.version)
    if facts.isOfServer { flags.insert(.isOfServer) }
    if facts.hasLine { flags.insert(.hasLine) }
    let attoseconds = facts.duration.attoseconds
    packer.append(
      numbers: Numbers(
        number: facts.number, time: facts.time.millisecondsSinceEpoch,
        durationLow: UInt64(truncatingIfNeeded: attoseconds),
        durationHigh: Int64(truncatingIfNeeded: attoseconds >> 64),
        longRequest: Int64(facts.longRequest ?? -1), longResponse: Int64(facts.longResponse ?? -1),
        statusCode: Int32(truncatingIfNeeded: facts.statusCode), flags: flags.rawValue))
    packer.append(facts.operation?.rawValue)
    // What is usual is not written.
    if case .answered = facts.outcome { packer.append(nil) } else { packer.append(facts.outcome.rawValue) }
    if case .documented = facts.fidelity { packer.append(nil) } else { packer.append(facts.fidelity.rawValue) }
    packer.append(facts.event)
    packer.append(facts.account)
    packer.append(facts.scenario)
    packer.append(facts.diagnosis)
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
    let facts = JournalFacts(
      number: numbers.number, isOfServer: flags.contains(.isOfServer), hasLine: flags.contains(.hasLine),
      time: Instant(millisecondsSinceEpoch: numbers.time),
      operation: unpacker.text().flatMap { Operation(rawValue: $0) },
      outcome: unpacker.text().flatMap { ExchangeOutcome(rawValue: $0) } ?? .answered, statusCode: statusCode,
      longRequest: length(numbers.longRequest), longResponse: length(numbers.longResponse), duration: duration,
      fidelity: unpacker.text().flatMap { Fidelity(rawValue: $0) } ?? .documented, event: unpacker.text(),
      account: unpacker.text(), scenario: unpacker.text(), diagnosis: unpacker.text())
    guard let method = unpacker.text().flatMap({ HTTPRequest.Method($0) }),
      let target = unpacker.text().flatMap({ try? RequestTarget($0) })
    else { preconditionFailure("what was packed is a request") }
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
