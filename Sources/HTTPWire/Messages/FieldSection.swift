public import HTTPTypes

/// The header fields of a message, stored in their wire format.
///
/// Most fields are never looked at, so receiving, sending and storing them only copies bytes; the cost of decoding is
/// paid when a field is asked for. Each is one line: name, colon, space, value, CRLF. Values that are set are cleaned
/// of anything that could end the line: control characters become spaces (RFC 9110 §5.5), and leading and trailing
/// spaces are removed.
public struct FieldSection: Sendable {
  /// The lines, one after the other.
  public private(set) var wireBytes: [UInt8] = []

  // Spares most searches for names that are not there.
  private(set) var names = NameFilter()

  // Whether the first `Content-Type` is known to be `application/json` alone, as in most requests with content.
  private var isReceivedAsJSON = false

  /// Creates a section without fields.
  public init() {}

  /// Creates a section from fields.
  public init(_ fields: some Sequence<HTTPField>) {
    for field in fields { append(field) }
  }

  /// Creates a section from the ``wireBytes`` of another.
  package init(wireBytes: [UInt8]) {
    self.wireBytes = wireBytes
    names = .all
  }

  /// Reserves room for this many bytes of lines.
  public mutating func reserveCapacity(_ bytes: Int) {
    wireBytes.reserveCapacity(bytes)
  }

  // MARK: Adding

  /// Adds a field after the existing ones, even if one has the same name.
  public mutating func append(_ field: HTTPField) {
    field.withUnsafeBytesOfValue { append(field.name, utf8: $0) }
  }

  /// Adds a field after the existing ones, even if one has the same name.
  public mutating func append(_ name: HTTPField.Name, _ value: String) {
    value.withBytes { append(name, utf8: $0) }
  }

  /// Adds a field after the existing ones, from the UTF-8 of its value.
  package mutating func append(_ name: HTTPField.Name, utf8 value: UnsafeBufferPointer<UInt8>) {
    let value = Self.trimmed(value)
    name.rawName.withBytes { appendLine($0, value, isClean: value.isPrintableASCII) }
  }

  /// Adds a field that has been checked, exactly as it was received.
  mutating func append(_ line: FieldLine) {
    if line.name.count == 12, !names.mayContain(line.name), line.name.equalsIgnoringCase("content-type") {
      isReceivedAsJSON = Self.json.withUTF8Buffer { line.value.hasSameBytes(as: $0) }
    }
    appendLine(line.name, line.value, isClean: true)
  }

  /// Adds a field of which everything is known ahead.
  package mutating func append(_ field: PreparedField) {
    names.formUnion(field.names)
    wireBytes.append(contentsOf: field.bytes)
  }

  /// Adds a field of which the name is known ahead, with a value that begins and ends visibly and is printable ASCII,
  /// which the caller guarantees.
  package mutating func append(_ name: PreparedField, clean value: UnsafeBufferPointer<UInt8>) {
    names.formUnion(name.names)
    let length = name.bytes.count + value.count + 2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { line in
      let bytes = UnsafeMutableRawBufferPointer(line)
      name.bytes.withUnsafeBytes { bytes.copyMemory(from: $0) }
      UnsafeMutableRawBufferPointer(rebasing: bytes[name.bytes.count...]).copyMemory(
        from: UnsafeRawBufferPointer(value))
      line[length - 2] = .carriageReturn
      line[length - 1] = .lineFeed
      wireBytes.append(contentsOf: UnsafeBufferPointer(line))
    }
  }

  /// Adds a line, which is put together first, so that the section grows once.
  private mutating func appendLine(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, isClean: Bool
  ) {
    names.insert(name)
    let length = name.count + value.count + 4
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { line in
      let bytes = UnsafeMutableRawBufferPointer(line)
      bytes.copyMemory(from: UnsafeRawBufferPointer(name))
      line[name.count] = .colon
      line[name.count + 1] = .space
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[(name.count + 2)...])
      rest.copyMemory(from: UnsafeRawBufferPointer(value))
      if !isClean {
        for index in 0..<value.count where !rest[index].isFieldValueByte { rest[index] = .space }
      }
      line[length - 2] = .carriageReturn
      line[length - 1] = .lineFeed
      wireBytes.append(contentsOf: UnsafeBufferPointer(line))
    }
  }

  /// A value without the spaces and control characters around it.
  private static func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, value.count)
    while start < end, !isVisible(value[start]) { start += 1 }
    while end > start, !isVisible(value[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: value[start..<end])
  }

  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x7F }

  // MARK: Looking up

  /// The value of the field with this name.
  ///
  /// If there are several, their values in order, joined with commas as RFC 9110 §5.3 allows, or with semicolons for
  /// cookies (RFC 6265 §5.4). Setting a value replaces all of them; `nil` removes them.
  public subscript(name: HTTPField.Name) -> String? {
    get {
      let values = all(name)
      return values.count < 2 ? values.first : values.joined(separator: name == .cookie ? "; " : ", ")
    }
    set {
      if contains(name) {
        self = FieldSection(filter { $0.name != name })
      }
      if let newValue { append(name, newValue) }
    }
  }

  /// The value of the first field with a name.
  public func first(_ name: HTTPField.Name) -> String? {
    var found: String?
    forEach(named: name) { value in
      found = String(decoding: value, as: UTF8.self)
      return false
    }
    return found
  }

  /// The values of all fields with a name, in order.
  public func all(_ name: HTTPField.Name) -> [String] {
    var values: [String] = []
    forEach(named: name) { value in
      values.append(String(decoding: value, as: UTF8.self))
      return true
    }
    return values
  }

  /// Whether there is a field with a name.
  public func contains(_ name: HTTPField.Name) -> Bool {
    var isFound = false
    forEach(named: name) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  private static let json: StaticString = "application/json"

  /// Whether the first `Content-Type` is exactly `application/json`, without parameters.
  public var isPlainJSON: Bool {
    if isReceivedAsJSON { return true }
    var isPlain = false
    forEach(named: .contentType) { value in
      isPlain = Self.json.withUTF8Buffer { value.hasSameBytes(as: $0) }
      return false
    }
    return isPlain
  }

  /// Passes the value of each field with a name to the closure, until it returns that it has enough.
  func forEach(named name: HTTPField.Name, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) {
    name.canonicalName.withBytes { name in
      guard names.mayContain(name) else { return }
      wireBytes.withUnsafeBufferPointer { bytes in
        var start = 0
        while let line = Line(at: start, in: bytes) {
          if line.isNamed(name, in: bytes), !body(UnsafeBufferPointer(rebasing: bytes[line.value(name.count)])) {
            return
          }
          start = line.end + 2
        }
      }
    }
  }

  /// Where a line starts, and where its CRLF starts.
  struct Line {
    let start: Int
    let end: Int

    init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      guard start < bytes.count, let lineFeed = bytes.firstPlace(of: .lineFeed, from: start) else { return nil }
      self.start = start
      end = lineFeed - 1
    }

    /// Whether the line has this name, which is given in lower case.
    func isNamed(_ name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard end - start >= name.count + 2, bytes[start + name.count] == .colon else { return false }
      return UnsafeBufferPointer(rebasing: bytes[start..<start + name.count]).isLowered(name)
    }

    /// The range of the value, given the length of the name in bytes.
    func value(_ nameCount: Int) -> Range<Int> { (start + nameCount + 2)..<end }
  }
}

extension FieldSection: Hashable {
  /// Whether both have the same lines.
  public static func == (one: FieldSection, other: FieldSection) -> Bool { one.wireBytes == other.wireBytes }

  /// Feeds the lines.
  public func hash(into hasher: inout Hasher) { hasher.combine(wireBytes) }
}

extension FieldSection: Sequence {
  /// Creates the fields one by one.
  public struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate var start = 0

    /// The next field.
    public mutating func next() -> HTTPField? {
      bytes.withUnsafeBufferPointer { bytes in
        while let line = Line(at: start, in: bytes) {
          start = line.end + 2
          let nameEnd = bytes.firstPlace(of: .colon, from: line.start) ?? line.end
          let value = UnsafeBufferPointer(rebasing: bytes[line.value(nameEnd - line.start)])
          if let name = HTTPField.Name(String(decoding: bytes[line.start..<nameEnd], as: UTF8.self)) {
            return HTTPField(name: name, value: value)
          }
        }
        return nil
      }
    }
  }

  /// Iterates over the fields in order.
  public func makeIterator() -> Iterator { Iterator(bytes: wireBytes) }
}

extension FieldSection: ExpressibleByDictionaryLiteral {
  /// Creates a section from names and values.
  public init(dictionaryLiteral elements: (HTTPField.Name, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}
