import CBundledData
import CardVault

/// The key pairs that are compiled into the product.
enum BundledKeys {
  static let document: [UInt8] =
    (0..<willcall_bundled_file_count()).lazy.map(willcall_bundled_file_at)
    .first { String(cString: $0.name) == "keys/card-encryption.json" }
    .map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.length)) } ?? []

  static func vault() -> Vault { Vault { document } }
}
