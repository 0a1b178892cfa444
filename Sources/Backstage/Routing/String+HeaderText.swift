extension String {
  /// The text as a header can carry it: printable ASCII, at most 500 characters.
  var headerText: String {
    String(
      decoding: unicodeScalars.prefix(500).map { scalar in
        scalar.value >= 0x20 && scalar.value < 0x7F ? UInt8(scalar.value) : UInt8(ascii: "?")
      }, as: UTF8.self)
  }
}
