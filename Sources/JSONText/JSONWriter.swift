/// Writes compact JSON in the order of the calls.
///
/// Commas are the writer's business. It does not check that keys are unique, or that members have keys; unbalanced
/// containers are caught in debug builds. Escapes are minimal: `"`, `\` and control characters only.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  private var isCommaDue = false
  private var depth = 0

  /// Starts an empty text.
  ///
  /// - Parameter capacity: The bytes to make room for.
  public init(reservingCapacity capacity: Int = 512) {
    bytes.reserveCapacity(max(0, capacity))
  }

  /// Begins an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the innermost object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the innermost array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the member whose value comes next.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isCommaDue = false
  }

  /// Writes the name of the member whose value comes next.
  public mutating func key(_ key: JSONKey) {
    beginValue()
    bytes.append(contentsOf: key.bytes)
    isCommaDue = false
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    beginValue()
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  /// Writes a string from its UTF-8; what is not UTF-8 becomes U+FFFD.
  public mutating func string(utf8 text: some Collection<UInt8>) {
    beginValue()
    let isPlain = text.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy({ $0 < 0x80 }) else { return false }
      appendQuoted(text)
      return true
    }
    if isPlain != true {
      var text = String(decoding: text, as: UTF8.self)
      text.withUTF8 { appendQuoted($0) }
    }
  }

  /// Writes an integer.
  @inlinable
  public mutating func integer(_ value: some BinaryInteger) {
    if let small = Int64(exactly: value) {
      integer(small)
    } else {
      number(text: String(value))
    }
  }

  /// Writes an integer.
  public mutating func integer(_ value: Int64) {
    beginValue()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude)
  }

  /// Writes an amount with two decimals: 5700 is `57.00`, -5 is `-0.05`.
  public mutating func decimal(hundredths: Int64) {
    beginValue()
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = hundredths.magnitude
    appendDigits(magnitude / 100)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 100 / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
  }

  /// Writes a number with as many digits as it needs; `null` for infinities and what is not a number.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    number(text: value.description)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { append(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { append("null") }

  /// Writes a number as it is; the caller vouches that it is one.
  public mutating func number(text: String) {
    beginValue()
    bytes.append(contentsOf: text.utf8)
  }

  /// Copies a value without the blanks between its parts.
  public mutating func value(_ value: JSONValue) {
    beginValue()
    var isInString = false
    var isEscaped = false
    for byte in value.bytes {
      if isInString {
        bytes.append(byte)
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte > 0x20 {
        bytes.append(byte)
        isInString = byte == UInt8(ascii: "\"")
      }
    }
  }

  /// Writes a value that is JSON already; the caller vouches for it.
  public mutating func raw(_ json: [UInt8]) {
    beginValue()
    bytes.append(contentsOf: json)
  }

  private mutating func begin(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    isCommaDue = false
    depth += 1
  }

  private mutating func end(_ bracket: UInt8) {
    assert(depth > 0, "the writer ends more containers than it began")
    bytes.append(bracket)
    isCommaDue = true
    depth -= 1
  }

  /// Writes the comma before a value, or a member's name, if one is due; another will be due after it.
  private mutating func beginValue() {
    if isCommaDue { bytes.append(UInt8(ascii: ",")) }
    isCommaDue = true
  }

  private mutating func append(_ word: StaticString) {
    beginValue()
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendDigits(_ value: UInt64) {
    if value < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = 20
      var rest = value
      while rest > 0 {
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[place...]))
    }
  }

  /// Writes UTF-8 in quotation marks, with the escapes it needs.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var plainStart = 0
    for place in text.indices {
      let byte = text[place]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart..<place]))
      appendEscape(of: byte)
      plainStart = place + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    guard byte < 0x20 else { return bytes.append(byte) }
    let hex: StaticString = "0123456789abcdef"
    bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
    bytes.append(hex.utf8Start[Int(byte >> 4)])
    bytes.append(hex.utf8Start[Int(byte & 0xF)])
  }
}
