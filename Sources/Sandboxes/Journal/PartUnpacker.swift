/// Reads the parts of an exchange that a ``PartPacker`` wrote, in order.
struct PartUnpacker {
  private let bytes: [UInt8]
  private let held: [[UInt8]]
  /// The requests that were not packed.
  let samples: RequestSamples
  private var place = 0
  private var nextHeld = 0

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - bytes: what was written.
  ///   - held: the content that was held instead.
  ///   - samples: the requests that were not packed.
  init(_ bytes: [UInt8], held: [[UInt8]] = [], _ samples: RequestSamples = RequestSamples()) {
    self.samples = samples
    self.bytes = bytes
    self.held = held
  }

  mutating func numbers<Numbers: BitwiseCopyable>(as kind: Numbers.Type) -> Numbers {
    defer { place += MemoryLayout<Numbers>.size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: kind) }
  }

  /// The next part, if there is one, as text.
  mutating func text(_ length: PartLength) -> String? { length.bytes.map { String(decoding: take($0), as: UTF8.self) } }

  /// The next part; empty if there is none.
  mutating func content(_ length: PartLength) -> [UInt8] {
    length.isHeld ? takeHeld() : Array(take(length.bytes ?? 0))
  }

  private mutating func takeHeld() -> [UInt8] {
    defer { nextHeld += 1 }
    return held[nextHeld]
  }

  private mutating func take(_ length: Int) -> ArraySlice<UInt8> {
    defer { place += length }
    return bytes[place..<(place + length)]
  }
}
