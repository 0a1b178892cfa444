/// Writes metrics in Prometheus' text format, version 0.0.4.
struct MetricsText {
  /// What a value means.
  enum Kind: String {
    /// A count that only grows.
    case counter
    /// A value that goes up and down.
    case gauge
  }

  private(set) var text = ""
  private var name = ""

  /// Begins a metric, to be followed by its samples.
  mutating func begin(_ name: String, _ help: String, _ kind: Kind) {
    self.name = name
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// Writes one value; labels must not contain characters that need escaping.
  mutating func sample(_ labels: KeyValuePairs<String, String>, _ value: UInt64) {
    let list = labels.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
    text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
  }
}
