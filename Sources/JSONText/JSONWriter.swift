/// Writes compact JSON in the order of the calls.
///
/// The writer inserts commas. It does not check that keys are unique or that members have keys; unbalanced containers
/// are caught in debug builds. Escapes are minimal: only `"`, `\` and control characters.
///
/// Not copyable: it owns the memory that it writes into.
public struct JSONWriter: ~Copyable {
  var memory: TextMemory
  /// How many bytes have been written.
  var length = 0
  private var isCommaDue = false
  private var depth = 0

  /// Starts an empty text.
  ///
  /// - Parameter capacity: The number of bytes to reserve.
  public init(reservingCapacity capacity: Int = 512) {
    memory = TextMemory(capacity: capacity)
  }

  /// What has been written.
  public var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: memory.start, count: length)) }

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
    append(UInt8(ascii: ":"))
    isCommaDue = false
  }

  /// Writes the name of the member whose value comes next.
  public mutating func key(_ key: borrowing JSONKey) {
    key.bytes.withUnsafeBufferPointer { self.key(written: $0) }
  }

  /// Writes the name of the member whose value comes next, given with its quotation marks and colon.
  @inline(__always)
  mutating func key(written key: UnsafeBufferPointer<UInt8>) {
    beginValue()
    append(key)
    isCommaDue = false
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    beginValue()
    if text.utf8.withContiguousStorageIfAvailable({ appendQuoted($0) }) != nil { return }
    Array(text.utf8).withUnsafeBufferPointer { appendQuoted($0) }
  }

  /// Writes a string from its UTF-8; invalid UTF-8 becomes U+FFFD.
  public mutating func string(utf8 text: some Collection<UInt8>) {
    let isPlain = text.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy({ $0 < 0x80 }) else { return false }
      beginValue()
      appendQuoted(text)
      return true
    }
    if isPlain != true { string(String(decoding: text, as: UTF8.self)) }
  }

  /// Writes a string from ASCII in which nothing needs an escape, which the caller guarantees.
  public mutating func string(plain text: UnsafeBufferPointer<UInt8>) {
    beginValue()
    append(UInt8(ascii: "\""))
    append(text)
    append(UInt8(ascii: "\""))
  }

  /// Writes a string of so many ASCII characters, which the closure puts into the memory that it is lent; none of them
  /// needs an escape, which the caller guarantees.
  public mutating func string(plainCount count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    beginValue()
    makeRoom(count + 2)
    append(UInt8(ascii: "\""))
    fill(UnsafeMutableRawBufferPointer(start: memory.start + length, count: count))
    length += count
    append(UInt8(ascii: "\""))
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
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude)
  }

  /// Writes an amount with two decimals: 5700 is `57.00`, -5 is `-0.05`.
  public mutating func decimal(hundredths: Int64) {
    beginValue()
    appendDecimal(hundredths: hundredths)
  }

  /// Writes a number with as many digits as it needs; `null` for infinities and NaN.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    number(text: value.description)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    beginValue()
    append("null")
  }

  /// Writes a number given as text; the caller guarantees that it is one.
  public mutating func number(text: String) {
    beginValue()
    Array(text.utf8).withUnsafeBufferPointer { append($0) }
  }

  /// Copies a value without the whitespace between its parts.
  public mutating func value(_ value: JSONValue) {
    value.tape.bytes.withUnsafeBufferPointer { self.value(value.entry, of: $0) }
  }

  /// Copies a value of a text.
  @inline(__always)
  mutating func value(_ entry: TapeEntry, of text: UnsafeBufferPointer<UInt8>) {
    beginValue()
    let value = UnsafeBufferPointer(rebasing: text[entry.start..<entry.stop])
    // Whitespace occurs only between parts, and a scalar has none.
    if entry.tag < TapeEntry.Tag.array { append(value) } else { appendWithoutWhitespace(value) }
  }

  /// Writes a value that is already JSON, or several members or values separated by commas, which the caller guarantees.
  public mutating func raw(_ json: [UInt8]) {
    json.withUnsafeBufferPointer { raw($0) }
  }

  /// Writes a value that is already JSON, or several members or values separated by commas, which the caller guarantees.
  public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
    beginValue()
    append(json)
  }

  private mutating func begin(_ bracket: UInt8) {
    beginValue()
    append(bracket)
    isCommaDue = false
    depth += 1
  }

  private mutating func end(_ bracket: UInt8) {
    assert(depth > 0, "the writer ends more containers than it began")
    append(bracket)
    isCommaDue = true
    depth -= 1
  }

  /// Writes the comma before a value or a member's name if one is due; another will be due after it.
  @inline(__always)
  private mutating func beginValue() {
    if isCommaDue { append(UInt8(ascii: ",")) }
    isCommaDue = true
  }
}
