/// Dates in the format of HTTP headers.
public enum HTTPDate {
  /// The instant as an IMF-fixdate, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
  ///
  /// Milliseconds are dropped, rounding towards the past.
  public static func string(for instant: Instant) -> String {
    String(unsafeUninitializedCapacity: length) { buffer in
      write(instant, to: buffer)
      return length
    }
  }

  /// Appends the twenty-nine bytes of ``string(for:)`` without creating a string.
  public static func append(_ instant: Instant, to bytes: inout [UInt8]) {
    withBytes(of: instant) { bytes.append(contentsOf: $0) }
  }

  /// Passes the twenty-nine bytes of ``string(for:)`` to the closure.
  public static func withBytes<Result>(
    of instant: Instant, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
      write(instant, to: buffer)
      return body(UnsafeBufferPointer(buffer))
    }
  }

  private static let length = 29

  /// Fills all twenty-nine bytes.
  private static func write(_ instant: Instant, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let moment = CivilDateTime(secondsSinceEpochUTC: instant.secondsSinceEpoch)
    write("SunMonTueWedThuFriSat", part: moment.date.weekday, to: buffer, at: 0)
    buffer[3] = UInt8(ascii: ",")
    buffer[4] = UInt8(ascii: " ")
    buffer.writeDigits(moment.date.day, count: 2, at: 5)
    buffer[7] = UInt8(ascii: " ")
    write("JanFebMarAprMayJunJulAugSepOctNovDec", part: moment.date.month - 1, to: buffer, at: 8)
    buffer[11] = UInt8(ascii: " ")
    buffer.writeDigits(moment.date.year, count: 4, at: 12)
    buffer[16] = UInt8(ascii: " ")
    moment.time.write(to: buffer, at: 17)
    write(" GMT", to: buffer, at: 25)
  }

  /// Writes the three letters at the given index of a list of three-letter names.
  private static func write(
    _ names: StaticString, part: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int
  ) {
    for letter in 0..<3 {
      buffer[offset + letter] = names.utf8Start[part * 3 + letter]
    }
  }

  private static func write(_ text: StaticString, to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
    for letter in 0..<text.utf8CodeUnitCount {
      buffer[offset + letter] = text.utf8Start[letter]
    }
  }
}
