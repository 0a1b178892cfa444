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
  /// What comes first: all that is a number or a choice, and how long each of the parts is that follow.
  private struct Beginning: BitwiseCopyable {
    let number: UInt64
    let time: Int64
    let nanoseconds: Int64
    /// The length of content that was too long to be stored; -1 for any other.
    let longRequest: Int
    let longResponse: Int
    let statusCode: Int
    /// The number of the sample that the request is; -1 if it follows.
    let sample: Int
    let isOfServer: Bool
    let hasLine: Bool
    let version: HTTPVersion
    let operation: Operation?
    let outcome: ExchangeOutcome
    let fidelity: Fidelity
    let event: PartLength
    let account: PartLength
    let scenario: PartLength
    let diagnosis: PartLength
    let method: PartLength
    let target: PartLength
    let requestFields: PartLength
    let requestBody: PartLength
    let responseFields: PartLength
    let responseBody: PartLength
  }

  /// The request number of a packed exchange, which comes first.
  static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

  /// Packs an exchange, whose parts are only read.
  static func pack(
    _ facts: inout JournalFacts, _ request: inout Request, _ response: inout Response, into packer: inout PartPacker
  ) {
    let sample = facts.longRequest == nil ? packer.sample(&request) : nil
    packer.append(
      numbers: Beginning(
        number: facts.number, time: facts.time.millisecondsSinceEpoch, nanoseconds: facts.nanoseconds,
        longRequest: facts.longRequest ?? -1, longResponse: facts.longResponse ?? -1, statusCode: facts.statusCode,
        sample: sample ?? -1,
        isOfServer: facts.isOfServer, hasLine: facts.hasLine, version: request.version, operation: facts.operation,
        outcome: facts.outcome, fidelity: facts.fidelity, event: PartLength(text: facts.event?.utf8.count),
        account: PartLength(text: facts.account?.utf8.count), scenario: PartLength(text: facts.scenario?.utf8.count),
        diagnosis: PartLength(text: facts.diagnosis?.utf8.count),
        method: PartLength(text: request.method.rawValue.utf8.count),
        target: PartLength(text: request.target.raw.utf8.count), requestFields: PartLength(request.fields.wireBytes),
        requestBody: facts.longRequest == nil ? PartLength(request.body) : .none,
        responseFields: PartLength(response.fields.wireBytes),
        responseBody: facts.longResponse == nil ? PartLength(response.body) : .none))
    if let event = facts.event { packer.append(event) }
    if let account = facts.account { packer.append(account) }
    if let scenario = facts.scenario { packer.append(scenario) }
    if let diagnosis = facts.diagnosis { packer.append(diagnosis) }
    if sample == nil {
      packer.append(request.method.rawValue)
      packer.append(request.target.raw)
      packer.append(request.fields.wireBytes)
      if facts.longRequest == nil { packer.append(request.body) }
    }
    packer.append(response.fields.wireBytes)
    if facts.longResponse == nil { packer.append(response.body) }
  }

  /// Unpacks an exchange; the parts are read in the order in which they were packed.
  static func entry(_ packed: PartUnpacker, _ secrets: Secrets) -> JournalEntry {
    var unpacker = packed
    let beginning = unpacker.numbers(as: Beginning.self)
    let facts = JournalFacts(
      number: beginning.number, isOfServer: beginning.isOfServer, hasLine: beginning.hasLine,
      time: Instant(millisecondsSinceEpoch: beginning.time), operation: beginning.operation,
      outcome: beginning.outcome, statusCode: beginning.statusCode, longRequest: length(beginning.longRequest),
      longResponse: length(beginning.longResponse), nanoseconds: beginning.nanoseconds, fidelity: beginning.fidelity,
      event: unpacker.text(beginning.event), account: unpacker.text(beginning.account),
      scenario: unpacker.text(beginning.scenario), diagnosis: unpacker.text(beginning.diagnosis))
    let request =
      beginning.sample >= 0 ? unpacker.samples[beginning.sample] : Self.request(beginning, from: &unpacker)
    let response = Response(
      status: HTTPResponse.Status(code: beginning.statusCode),
      fields: FieldSection(wireBytes: unpacker.content(beginning.responseFields)),
      body: unpacker.content(beginning.responseBody))
    return JournalEntry(facts, request, response, secrets)
  }

  private static func request(_ beginning: Beginning, from unpacker: inout PartUnpacker) -> Request {
    guard let method = unpacker.text(beginning.method).flatMap({ HTTPRequest.Method($0) }),
      let target = unpacker.text(beginning.target).flatMap({ try? RequestTarget($0) })
    else {
      preconditionFailure("what was packed is a request")
    }
    return Request(
      method: method, target: target, version: beginning.version,
      fields: FieldSection(wireBytes: unpacker.content(beginning.requestFields)),
      body: unpacker.content(beginning.requestBody))
  }

  private static func length(_ number: Int) -> Int? { number < 0 ? nil : number }
}
