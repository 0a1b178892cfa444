import HTTPTypes
import JSONText
import Testing

/// One exchange of the documents: what they send, and what they answer to it.
struct ExampleReplay: CustomTestStringConvertible, Sendable {
  /// The examples that are sent; they are expected to be taken.
  let requests: [String]
  /// The example that the answer is compared with; `nil` if the documents print none.
  let response: String?
  /// Sends the requests.
  let play: @Sendable () throws -> ServedAnswer

  init(_ response: String?, requests: String..., play: @escaping @Sendable () throws -> ServedAnswer) {
    self.response = response
    self.requests = requests
    self.play = play
  }

  var testDescription: String { ([response].compactMap { $0 } + requests).joined(separator: ", ") }

  /// A request of the documents with values put in the place of others, each of which must occur once.
  static func request(_ name: String, _ replacements: KeyValuePairs<String, String> = [:]) throws -> String {
    var text = try DocumentedExample(name).text
    for (old, new) in replacements {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      try #require(parts.count == 2, "\(old) occurs \(parts.count - 1) times in \(name)")
      text = "\(parts[0])\(new)\(parts[1])"
    }
    return text
  }

  /// The cart that the documents' requests of 2018 name.
  static let olderCart = "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo="
}
