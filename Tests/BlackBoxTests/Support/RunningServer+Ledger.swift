import JSONText
import Testing

extension RunningServer {
  /// The rules that the report of all keys has as broken.
  func brokenRules() throws -> [String] {
    let result = try Command.run("/usr/bin/env", ["curl", "-sS", "-g", "\(url)/__willcall/report?apikey=*"])
    let report = try JSONValue.parse(Array(result.output.utf8))
    let rules = try #require(report["rules"], "\(result.output)\(result.errors)")
    return rules.elements.filter { $0["state"]?.string == "broken" }.compactMap { $0["id"]?.string }
  }
}
