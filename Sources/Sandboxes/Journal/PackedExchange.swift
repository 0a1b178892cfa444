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
    let rawValue: UInt8

    static let isHTTP10 = Flags(rawValue: 1)
    static let isOfServer = Flags(rawValue: 2)
    static let hasLine = Flags(rawValue: 4)
  }

  /// The request number of a packed exchange.
  static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

  /// Packs an exchange, whose parts are only read.
  static func pack(
    _ facts: inout JournalFacts, _ request: inout Request, _ response: inout Response, into packer: inout PartPacker
  ) {
    var flags: Flags = request.version == .http10 ? .isHTTP10 : []
    if facts.isOfServer { flags.insert(.isOfServer) }
    if facts.hasLine { flags.insert(.hasLine) }
    packer.append(facts.number)
    packer.append(UInt64(bitPattern: facts.time.millisecondsSinceEpoch))
    let attoseconds = facts.duration.attoseconds
    packer.append(UInt64(truncatingIfNeeded: attoseconds))
    packer.append(UInt64(truncatingIfNeeded: attoseconds >> 64))
    packer.append(UInt64(truncatingIfNeeded: facts.statusCode))
    packer.append(UInt64(bitPattern: Int64(facts.longRequest ?? -1)))
    packer.append(UInt64(bitPattern: Int64(facts.longResponse ?? -1)))
    packer.append(UInt64(flags.rawValue))
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
  static func entry(_ bytes: [UInt8], _ secrets: Secrets) -> JournalEntry {
    var unpacker = PartUnpacker(bytes)
    let number = unpacker.number()
    let time = Instant(millisecondsSinceEpoch: Int64(bitPattern: unpacker.number()))
    let (low, high) = (unpacker.number(), unpacker.number())
    // In attoseconds, because any other unit would cost a division of 128 bits for each exchange.
    let duration = Duration(attoseconds: Int128(Int64(bitPattern: high)) << 64 | Int128(low))
    let statusCode = Int(truncatingIfNeeded: unpacker.number())
    let longRequest = length(unpacker.number())
    let longResponse = length(unpacker.number())
    let flags = Flags(rawValue: UInt8(truncatingIfNeeded: unpacker.number()))
    let facts = JournalFacts(
      number: number, isOfServer: flags.contains(.isOfServer), hasLine: flags.contains(.hasLine), time: time,
      operation: unpacker.text().flatMap { Operation(rawValue: $0) },
      outcome: unpacker.text().flatMap { ExchangeOutcome(rawValue: $0) } ?? .answered, statusCode: statusCode,
      longRequest: longRequest, longResponse: longResponse, duration: duration,
      fidelity: unpacker.text().flatMap { Fidelity(rawValue: $0) } ?? .documented, event: unpacker.text(),
      account: unpacker.text(), scenario: unpacker.text(), diagnosis: unpacker.text())
    guard let method = unpacker.text().flatMap({ HTTPRequest.Method($0) }),
      let target = unpacker.text().flatMap({ try? RequestTarget($0) })
    else { preconditionFailure("what was packed is a request") }
    let request = Request(
      method: method, target: target, version: flags.contains(.isHTTP10) ? .http10 : .http11,
      fields: FieldSection(wireBytes: unpacker.content()),
      body: unpacker.content())
    let response = Response(
      status: HTTPResponse.Status(code: statusCode), fields: FieldSection(wireBytes: unpacker.content()),
      body: unpacker.content())
    return JournalEntry(facts, request, response, secrets)
  }

  private static func length(_ number: UInt64) -> Int? {
    let length = Int64(bitPattern: number)
    return length < 0 ? nil : Int(length)
  }
}
