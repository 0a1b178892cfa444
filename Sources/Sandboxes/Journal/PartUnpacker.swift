/// Reads the parts of an exchange that a ``PartPacker`` wrote, in order.
struct PartUnpacker {
  private let bytes: [UInt8]
  private let held: [[UInt8]]
  private var place = 0
  private var nextHeld = 0

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - bytes: what was written.
  ///   - held: the content that was held instead.
  init(_ bytes: [UInt8], held: [[UInt8]] = []) {
    self.bytes = bytes
    self.held = held
  }

  mutating func number() -> UInt64 { numbers(as: UInt64.self) }

  mutating func numbers<Numbers: BitwiseCopyable>(as kind: Numbers.Type) -> Numbers {
    defer { place += MemoryLayout<Numbers>.size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: kind) }
  }

  mutating func text() -> String {
    let length = number()
    return isHeld(length) ? String(decoding: takeHeld(), as: UTF8.self) : String(decoding: take(length), as: UTF8.self)
  }

  mutating func content() -> [UInt8] {
    let length = number()
    return isHeld(length) ? takeHeld() : Array(take(length))
  }

  private func isHeld(_ length: UInt64) -> Bool { length & PartPacker.mark != 0 }

  private mutating func takeHeld() -> [UInt8] {
    defer { nextHeld += 1 }
    return held[nextHeld]
  }

  private mutating func take(_ length: UInt64) -> ArraySlice<UInt8> {
    defer { place += Int(length) }
    return bytes[place..<(place + Int(length))]
  }
}
