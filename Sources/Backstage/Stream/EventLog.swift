/// The newest events of the stream, numbered from 1 over all sandboxes, so that a client that was away can catch up.
struct EventLog {
  /// An event as it is sent, and the key of the sandbox that it is from.
  struct Entry {
    let key: String
    let bytes: [UInt8]
  }

  /// The maximum number of events kept.
  static let countLimit = 4_096
  /// The maximum size of the events kept, in bytes; less than a new connection may have unsent, so all fit into one.
  static let byteLimit = 768 * 1024

  /// Names the run of the server, so that an id of an earlier one is not mistaken.
  let run: String
  /// The number of the newest event.
  private(set) var last: UInt64 = 0
  private var entries: [Entry] = []
  private var byteCount = 0

  init(run: String) {
    self.run = run
  }

  /// The number before that of the oldest event kept: what follows any number from here on is complete.
  var start: UInt64 { last - UInt64(entries.count) }

  /// The id of an event, as sent.
  func id(_ number: UInt64) -> String { "\(run)-\(number)" }

  /// Adds an event, given as sent but for its id.
  mutating func append(key: String, _ event: [UInt8]) {
    last += 1
    let entry = Entry(key: key, bytes: Array("id: \(id(last))\n".utf8) + event)
    entries.append(entry)
    byteCount += entry.bytes.count
    while entries.count > Self.countLimit || byteCount > Self.byteLimit { dropOldest() }
  }

  /// Forgets all events; those that come before the next one are missed, so no earlier id can be resumed from.
  mutating func interrupt() {
    entries = []
    byteCount = 0
    last += 1
  }

  /// The events after a number, oldest first, in one piece; those of one sandbox, if a key is given.
  ///
  /// - Parameter number: from ``start`` on.
  func events(after number: UInt64, key: String?) -> [UInt8] {
    let missing = entries.suffix(Int(last - number)).lazy.filter { key == nil || $0.key == key }
    var bytes = missing.first?.bytes ?? []
    for entry in missing.dropFirst() { bytes += entry.bytes }
    return bytes
  }

  /// Where a client that has seen an id resumes.
  ///
  /// - Returns: the number of the id, or why it cannot resume.
  func resume(after id: String) -> Resumption {
    guard let dash = id.utf8.lastIndex(of: UInt8(ascii: "-")), let number = UInt64(id[id.utf8.index(after: dash)...])
    else { return .gap("This is not an id of an event.") }
    if id[..<dash] != run { return .gap("The server has been started again.") }
    if number > last { return .gap("There has been no such event yet.") }
    return number < start ? .gap("The events after this one are not kept any more.") : .after(number)
  }

  /// Where a client goes on.
  enum Resumption: Equatable {
    case after(UInt64)
    /// It has missed events, and why.
    case gap(String)
  }

  /// Forgets a quarter at once, so that it need not be done for each event.
  private mutating func dropOldest() {
    let dropped = entries.prefix(max(1, entries.count / 4))
    byteCount -= dropped.reduce(0) { $0 + $1.bytes.count }
    entries.removeFirst(dropped.count)
  }
}
