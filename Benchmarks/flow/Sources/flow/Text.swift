/// Bytes in memory that is used again and again.
struct Text {
  private var bytes: [UInt8]

  /// Room for so many bytes; more are taken when they are needed.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  var count: Int { bytes.count }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Holds these bytes and no others; false if there are none.
  mutating func set(_ slice: UnsafeRawBufferPointer?) -> Bool {
    clear()
    guard let slice else { return false }
    append(slice)
    return !slice.isEmpty
  }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ slice: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: slice)
  }

  mutating func append(_ text: borrowing Text) {
    bytes.append(contentsOf: text.bytes)
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// A number from 0 to 9,999, in decimal; longer ones are for `append(_: String)`.
  mutating func append(small number: Int) {
    var divisor = number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 10 ? 10 : 1
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes(body)
  }
}
