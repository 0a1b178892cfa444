/// The query of a request target, read on demand.
///
/// Items are separated by `&`. A further `?` separates them too, because the vendor's documents print URLs with two. In
/// names and values, `+` is a space; an invalid escape is left as it is, see ``isWellFormed``.
public struct Query: Sendable, Hashable {
  /// One `name=value` pair; the value is empty if there is no `=`.
  public struct Item: Sendable, Hashable {
    /// The decoded name.
    public var name: String

    /// The decoded value.
    public var value: String

    /// Creates an item from decoded texts.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The target or query text that the items are read from.
  private let text: String

  /// Where the query starts in `text.utf8`.
  private let start: Int

  /// Reads the text of a query, without the leading `?`.
  public init(_ text: String) {
    self.init(in: text, from: 0)
  }

  init(in text: String, from start: Int) {
    self.text = text
    self.start = start
  }

  /// The query as received, without the leading `?`.
  public var raw: String {
    String(text.utf8.dropFirst(start)) ?? ""
  }

  /// Whether there are no items.
  public var isEmpty: Bool {
    scan { _, _ in false }
  }

  /// Whether every percent sign starts a valid escape and all text decodes to UTF-8.
  public var isWellFormed: Bool {
    scan { name, value in
      PercentEncoding.decodedQuery(name).isWellFormed && PercentEncoding.decodedQuery(value).isWellFormed
    }
  }

  /// All items in the order received.
  public var items: [Item] {
    var items: [Item] = []
    scan { name, value in
      items.append(Item(name: PercentEncoding.decodedQuery(name).text, value: PercentEncoding.decodedQuery(value).text))
      return true
    }
    return items
  }

  /// The value of the first item with this name; names are case-sensitive.
  public func first(_ name: String) -> String? {
    var found: String?
    scan { candidate, value in
      guard Self.isName(candidate, name) else { return true }
      found = PercentEncoding.decodedQuery(value).text
      return false
    }
    return found
  }

  /// The value of a parameter that may be given only once; nil if it is missing.
  ///
  /// Repeating the same value is allowed. Names are case-sensitive.
  ///
  /// - Throws: ``AmbiguousParameter`` if there are two different values.
  public func only(_ name: String) throws(AmbiguousParameter) -> String? {
    var found: String?
    let isClear = scan { candidate, value in Self.note(candidate, value, as: name, &found) }
    guard isClear else { throw AmbiguousParameter(name: name) }
    return found
  }

  /// The values of two parameters as of ``only(_:)``, found in one pass.
  ///
  /// - Throws: ``AmbiguousParameter`` for the first that has two different values.
  public func only(_ name: String, and other: String) throws(AmbiguousParameter) -> (String?, String?) {
    if let plain = onlyPlain(name, and: other) { return plain }
    var found: (String?, String?)
    var ambiguous: String?
    scan { candidate, value in
      if !Self.note(candidate, value, as: name, &found.0) { ambiguous = name }
      if ambiguous == nil, !Self.note(candidate, value, as: other, &found.1) { ambiguous = other }
      return ambiguous == nil
    }
    if let ambiguous { throw AmbiguousParameter(name: ambiguous) }
    return found
  }

  /// The same, if nothing is escaped and neither name occurs twice, as in most queries; otherwise nil.
  private func onlyPlain(_ name: String, and other: String) -> (String?, String?)? {
    text.withBytes { bytes in
      let query = UnsafeBufferPointer(rebasing: bytes[start...])
      if query.firstPlace(of: .percent, from: 0) != nil || query.firstPlace(of: .plus, from: 0) != nil { return nil }
      guard let first = Self.place(ofOnly: name, in: query), let second = Self.place(ofOnly: other, in: query) else {
        return nil
      }
      func value(_ place: Range<Int>) -> String? {
        place.isEmpty ? nil : String(decoding: UnsafeBufferPointer(rebasing: query[place]), as: UTF8.self)
      }
      return (value(first), value(second))
    }
  }

  /// Where the value of a name is, empty if it is missing or has none; nil if the name occurs twice.
  private static func place(ofOnly name: String, in query: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    name.withBytes { name in
      var found: Range<Int>?
      var start = 0
      while start < query.count {
        var end = start
        while end < query.count, query[end] != .ampersand, query[end] != .questionMark { end += 1 }
        let value = start + name.count
        if value <= end, value == end || query[value] == .equals,
          UnsafeBufferPointer(rebasing: query[start..<value]).hasSameBytes(as: name)
        {
          if found != nil { return nil }
          found = min(value + 1, end)..<end
        }
        start = end + 1
      }
      return found ?? 0..<0
    }
  }

  /// Notes the value of an item if it has this name; returns whether it agrees with what was found before.
  private static func note(
    _ candidate: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, as name: String,
    _ found: inout String?
  ) -> Bool {
    guard !value.isEmpty, isName(candidate, name) else { return true }
    let text = PercentEncoding.decodedQuery(value).text
    defer { found = found ?? text }
    return found == nil || found == text
  }

  /// The values of all items with this name, in the order received.
  public func all(_ name: String) -> [String] {
    var values: [String] = []
    scan { candidate, value in
      if Self.isName(candidate, name) { values.append(PercentEncoding.decodedQuery(value).text) }
      return true
    }
    return values
  }

  private static func isName(_ candidate: UnsafeBufferPointer<UInt8>, _ name: String) -> Bool {
    if candidate.contains(where: { $0 == .percent || $0 == .plus }) {
      return PercentEncoding.decodedQuery(candidate).text == name
    }
    return name.withBytes { candidate.hasSameBytes(as: $0) }
  }

  /// Calls `visit` with the raw name and value of each item until it returns false; returns false if it did.
  @discardableResult
  private func scan(_ visit: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    text.withBytes { bytes in
      var itemStart = start
      for index in start...bytes.count
      where index == bytes.count || bytes[index] == .ampersand || bytes[index] == .questionMark {
        if index > itemStart {
          let item = UnsafeBufferPointer(rebasing: bytes[itemStart..<index])
          let equals = item.firstIndex(of: .equals) ?? item.count
          let name = UnsafeBufferPointer(rebasing: item[..<equals])
          let value = UnsafeBufferPointer(rebasing: item[min(equals + 1, item.count)...])
          guard visit(name, value) else { return false }
        }
        itemStart = index + 1
      }
      return true
    }
  }
}
