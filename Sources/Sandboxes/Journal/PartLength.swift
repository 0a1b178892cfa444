/// The length of a part of a packed exchange, and whether it is held rather than copied; or that there is none.
struct PartLength: BitwiseCopyable, Sendable {
  /// Content of at least so many bytes is held; shorter content is cheaper to copy than to free one day.
  static let leastHeld = 4096
  private static let mark: UInt32 = 1 << 31

  /// There is no such part.
  static let none = PartLength(bits: .max)

  private let bits: UInt32

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// The length of a text in bytes, if there is one; it is always copied.
  @inline(__always)
  init(text bytes: Int?) {
    bits = bytes.map { UInt32(truncatingIfNeeded: $0) } ?? .max
  }

  /// The length of content.
  ///
  /// Messages are limited to far less than 2 GiB.
  init(_ content: [UInt8]) {
    let length = UInt32(truncatingIfNeeded: content.count)
    bits = content.count < Self.leastHeld ? length : length | Self.mark
  }

  /// The length in bytes; nil if there is no such part.
  var bytes: Int? { bits == .max ? nil : Int(bits & ~Self.mark) }

  /// Whether the content is held.
  var isHeld: Bool { bits != .max && bits & Self.mark != 0 }
}
