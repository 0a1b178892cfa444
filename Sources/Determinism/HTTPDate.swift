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

  /// Passes the twenty-nine bytes of ``string(for:)`` to the closure, without creating a string.
  public static func withBytes(of instant: Instant, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
      write(instant, to: buffer)
      body(UnsafeBufferPointer(buffer))
    }
  }

  private static let length = 29

  /// Fills all twenty-nine bytes.
  private static func write(_ instant: Instant, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let moment = CivilDateTime(secondsSinceEpochUTC: instant.secondsSinceEpoch)
    frame.withUTF8Buffer {
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer($0))
    }
    write("SunMonTueWedThuFriSat", part: moment.date.weekday, to: buffer, at: 0)
    buffer.writePair(moment.date.day, at: 5)
    write("JanFebMarAprMayJunJulAugSepOctNovDec", part: moment.date.month - 1, to: buffer, at: 8)
    buffer.writePair(moment.date.year / 100, at: 12)
    buffer.writePair(moment.date.year % 100, at: 14)
    moment.time.write(to: buffer, at: 17)
  }

  private static var frame: StaticString { "Sun, 01 Jan 0001 00:00:00 GMT" }

  /// Writes the three letters at the given index of a list of three-letter names.
  private static func write(
    _ names: StaticString, part: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int
  ) {
    for letter in 0..<3 {
      buffer[offset + letter] = names.utf8Start[part * 3 + letter]
    }
  }
}
