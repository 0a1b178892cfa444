/// Reads the parts written by a ``PartPacker``, in order.
struct PartUnpacker {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func number() -> UInt64 { numbers(as: UInt64.self) }

  mutating func numbers<Numbers: BitwiseCopyable>(as kind: Numbers.Type) -> Numbers {
    defer { place += MemoryLayout<Numbers>.size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: kind) }
  }

  mutating func text() -> String? {
    let count = number()
    return count == PartPacker.absent ? nil : String(decoding: take(Int(count)), as: UTF8.self)
  }

  mutating func content() -> [UInt8] { Array(take(Int(number()))) }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { place += count }
    return bytes[place..<(place + count)]
  }
}
