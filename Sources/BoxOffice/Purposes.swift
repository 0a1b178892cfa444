import Determinism

extension SeededSource.Purpose {
  /// Cart ids, by cart number.
  static let cartID = Self(rawValue: 0x6361_7274)
  /// Order tokens, by order number.
  static let orderToken = Self(rawValue: 0x6f72_6465)
  /// Barcodes, by ticket.
  static let barcode = Self(rawValue: 0x6261_7263)
  /// The host's seat ids, by event and seat.
  static let seatID = Self(rawValue: 0x7365_6174)
  /// The ids and serial numbers of encryption keys, by certificate.
  static let encryptionKey = Self(rawValue: 0x6365_7274)
  /// Wallet tokens, by their counter.
  static let walletToken = Self(rawValue: 0x7761_6c6c)
}
