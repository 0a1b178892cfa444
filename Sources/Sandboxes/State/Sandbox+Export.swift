import BoxOffice
import Determinism
import EventCatalogue
public import JSONText
import Ledger
import Scenarios
import Synchronization

extension Sandbox {
  /// The version of the documents that ``export()`` writes and ``restore(_:zoneRule:)`` reads.
  public static let stateVersion = 1

  /// Everything that has happened in the sandbox, as one JSON document without secrets.
  ///
  /// After importing it into a sandbox with the same key, on a server with the same seed and catalogue, the next
  /// answers are the same, byte for byte. The journal and the server's scenarios are not included; rule counts and the
  /// ledger are.
  public func export() -> [UInt8] {
    // The copy is made quickly under the lock; the work is done outside.
    let (state, now) = withState { ($0, $1) }
    let ledger = book.withLock { $0.ledger }
    var running = state.clock
    running.resume(realNow: settings.realTime())
    var writer = JSONWriter(reservingCapacity: 4096)
    writer.object { document in
      document.integer("version", Self.stateVersion)
      document.object("clock") { clock in
        clock.string("now", now.rfc3339)
        clock.double("rate", running.rate)
        clock.bool("frozen", state.clock.isFrozen)
      }
      document.integer("requests", requestCount)
      document.array("events") { events in
        for (_, json) in state.putEvents { events.raw(json) }
      }
      document.integer("captchas", state.captchaCount)
      document.integer("refundJobs", state.refunds.count)
      document.key("polls")
      state.polls.export(into: &document)
      document.object("meters") { meters in
        meters.key("availability")
        state.meters.availability.export(into: &meters)
        meters.key("events")
        state.meters.events.export(into: &meters)
      }
      document.key("issues")
      state.issues.export(into: &document)
      document.key("admissions")
      state.admissions.export(into: &document)
      document.key("scenarios")
      state.engine.state.export(into: &document)
      document.key("ledger")
      ledger.export(into: &document)
      document.key("boxOffice")
      state.boxOffice.export(into: &document)
    }
    return writer.bytes
  }

  /// Puts the sandbox into the state described by a document; its journal starts over.
  ///
  /// - Throws: `JSONMismatch` for the first error; nothing has changed then.
  public func restore(_ document: JSONValue, zoneRule: (String) -> String?) throws(JSONMismatch) {
    var reader = try document.asObject()
    guard let version = reader.member("version") else {
      throw reader.mismatch(missing: "version", expected: "version \(Self.stateVersion)")
    }
    guard version.integer == Int64(Self.stateVersion) else {
      throw version.mismatch(expected: "version \(Self.stateVersion)", found: version.text)
    }
    let clock = try clock(reader.value("clock"))
    let requests = try reader.value("requests")
    let count = try Self.counter(requests)
    let (catalogue, putEvents) = try events(reader.value("events"), zoneRule: zoneRule)
    let issues = try IssueCounters(restoring: reader.value("issues"))
    let engine = try ScenarioEngine.State(restoring: reader.value("scenarios"))
    let polls = try PollTable(restoring: reader.value("polls"))
    let office = try BoxOffice(restoring: reader.value("boxOffice"), catalogue: catalogue, seed: seed)
    var restored = SandboxState(clock: clock, boxOffice: office)
    restored.captchaCount = try Self.counter(reader.value("captchas"))
    restored.refunds = RefundJobs(count: try Self.counter(reader.value("refundJobs")), seed: seed)
    try restored.meters.restore(reader.value("meters"))
    // Exports of versions before the gate and the ledger have neither.
    if let admissions = reader.member("admissions") {
      restored.admissions = try Admissions(restoring: admissions, office: office)
    }
    var ledger = Ledger()
    if let value = reader.member("ledger") { ledger = try Ledger(restoring: value) }
    try reader.rejectUnread()
    restored.issues = issues
    restored.putEvents = putEvents
    restored.polls = polls
    _ = withState { [restored] state in
      let old = state
      replace(&state, by: restored)
      state.engine = old.engine
      state.engine.restore(engine)
      state.adjustEvents()
      return old
    }
    book.withLock { book in
      let waivers = book.ledger.currentWaivers
      book.ledger = ledger
      for (waiver, _) in waivers { book.ledger.waive(waiver) }
    }
    journal.clear()
    continueNumbering(after: count)
    tell(.clock(self.clock))
  }

  private static func counter(_ value: JSONValue) throws(JSONMismatch) -> UInt64 {
    guard let count = value.integer, (0...100_000_000).contains(count) else {
      throw value.mismatch(expected: "a whole number from 0 to 100000000")
    }
    return UInt64(count)
  }

  private func clock(_ value: JSONValue) throws(JSONMismatch) -> SandboxClock {
    var reader = try value.asObject()
    let text = try reader.value("now")
    guard let now = text.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw text.mismatch(expected: "an RFC 3339 instant")
    }
    let rate = try reader.value("rate")
    guard let speed = rate.double, SandboxClock.rates.contains(speed) else {
      throw rate.mismatch(expected: "a number from 0 to 1000000")
    }
    let isFrozen = try reader.bool("frozen")
    try reader.rejectUnread()
    let real = settings.realTime()
    var clock = SandboxClock(startingAt: now, rate: speed, realNow: real)
    if isFrozen { clock.freeze(realNow: real) }
    return clock
  }

  private func events(
    _ list: JSONValue, zoneRule: (String) -> String?
  ) throws(JSONMismatch) -> (Catalogue, [(id: String, json: [UInt8])]) {
    var added: [Event] = []
    var fixtures: [(id: String, json: [UInt8])] = []
    for element in try list.asArray() {
      let event: Event
      do throws(JSONFaults) {
        event = try Event.read(element, zoneRule: zoneRule)
      } catch {
        throw error.inOrder.first ?? element.mismatch(expected: "an event")
      }
      guard !fixtures.contains(where: { $0.id == event.id }), fixtures.count < Self.putEventLimit else {
        throw element.mismatch(expected: "each event once, \(Self.putEventLimit) at most", found: event.id)
      }
      added.append(event)
      fixtures.append((event.id, element.serialized()))
    }
    guard fixtures.reduce(0, { $0 + $1.json.count }) <= Self.putEventByteLimit else {
      throw list.mismatch(expected: "at most \(Self.putEventByteLimit) bytes of events", found: "more")
    }
    do throws(EventRefusal) {
      return (try settings.catalogue.putting(added), fixtures)
    } catch {
      throw list.mismatch(expected: "events whose names no others have", found: "\(error)")
    }
  }
}
