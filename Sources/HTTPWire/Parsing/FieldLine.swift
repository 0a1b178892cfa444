/// One header line, split at its colon and checked byte by byte (RFC 9112 §5).
struct FieldLine {
  let name: UnsafeBufferPointer<UInt8>

  /// The value without the whitespace around it.
  let value: UnsafeBufferPointer<UInt8>

  /// Puts a line together from parts that have been checked.
  init(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.value = value
  }

  init(_ line: UnsafeBufferPointer<UInt8>) throws(RequestFault) {
    var colon = 0
    while colon < line.count, line[colon].isTokenByte { colon += 1 }
    guard colon < line.count else { throw .badField }
    guard line[colon] == .colon, colon > 0 else {
      guard line[colon].isBlank else { throw .control(line[colon], else: .badField) }
      guard colon > 0 else { throw .foldedField }
      throw line[colon...].first { !$0.isBlank } == .colon ? .spaceBeforeColon : .badField
    }
    var start = colon + 1
    var end = line.count
    while start < end, line[start].isBlank { start += 1 }
    while end > start, line[end - 1].isBlank { end -= 1 }
    name = UnsafeBufferPointer(rebasing: line[..<colon])
    value = UnsafeBufferPointer(rebasing: line[start..<end])
    if value.isPrintableASCII { return }
    for byte in value where !byte.isFieldValueByte { throw .control(byte, else: .badField) }
  }
}

extension FieldSection {
  /// Adds a field after the existing ones, exactly as it was received and checked.
  package mutating func append(received name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    append(FieldLine(name: name, value: value))
  }
}

extension RequestFault {
  /// The fault for a control character, depending on which one it is.
  static func control(_ byte: UInt8, else other: RequestFault) -> RequestFault {
    switch byte {
    case .carriageReturn: .bareCarriageReturn
    case 0: .nulByte
    default: other
    }
  }
}
