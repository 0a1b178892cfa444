/// Writes metrics in Prometheus' text format, version 0.0.4.
struct MetricsText {
  /// What a value means.
  enum Kind: String {
    /// It only grows.
    case counter
    /// It goes up and down.
    case gauge
  }

  private(set) var text = ""
  private var name = ""

  /// Begins a metric, of which samples follow.
  mutating func begin(_ name: String, _ help: String, _ kind: Kind) {
    self.name = name
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// Writes one value; labels hold no characters that need an escape.
  mutating func sample(_ labels: KeyValuePairs<String, String>, _ value: UInt64) {
    let list = labels.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
    text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
  }
}
