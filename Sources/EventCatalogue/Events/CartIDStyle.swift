/// The format of an event's cart ids.
public enum CartIDStyle: String, Sendable, CaseIterable {
  /// A lower-case UUID.
  case uuid
  /// An older form: base64 with `=` and `/`, which must be percent-encoded in queries.
  case base64
}
