import JSONText
import Scenarios
import Testing

@Suite struct DocumentedScenarioTests {
  private static func page() throws -> String { try TestFiles.text(of: "\(TestFiles.root)/docs/scenarios.md") }

  /// The blocks of JSON in the page.
  private static func blocks() throws -> [String] {
    var blocks: [String] = []
    var block: String?
    for line in try page().split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```json" {
        block = ""
      } else if line == "```" {
        if let block { blocks.append(block) }
        block = nil
      } else {
        block?.append("\(line)\n")
      }
    }
    return blocks
  }

  /// All names of members in a value.
  private static func keys(_ value: JSONValue) -> Set<String> {
    var keys: Set<String> = []
    for (name, member) in value.members { keys.formUnion(Self.keys(member).union([name])) }
    for element in value.elements { keys.formUnion(Self.keys(element)) }
    return keys
  }

  @Test func everyExampleIsAScenario() throws {
    let blocks = try Self.blocks()
    #expect(blocks.count == 17)
    for block in blocks {
      #expect(throws: Never.self, "\(block)") { try Sample.scenario(block) }
    }
  }

  @Test func everyKeyHasAnExample() throws {
    var shown: Set<String> = []
    for block in try Self.blocks() { shown.formUnion(Self.keys(try Sample.json(block))) }
    let known: Set<String> = [
      "$schema", "name", "description", "clock", "start", "rate", "events", "*", "delayDelivery", "until", "style",
      "hold", "reserveSeconds", "paymentSeconds", "captcha", "cards", "quota", "perHour", "rules", "when", "operation",
      "event", "host", "account", "header", "body", "calls", "after", "first", "probability", "then", "error",
      "respond", "status", "headers", "text", "fault", "poll", "times", "waitSeconds", "loseResponse", "token",
      "ticket", "inventory", "delay", "milliseconds", "uniform", "min", "max", "lognormal", "median", "p99", "at",
      "advance",
    ]
    #expect(known.subtracting(shown).isEmpty)
  }

  @Test func everyKeyOfTheSchemaIsDescribed() throws {
    let page = try Self.page()
    let schema = try Sample.json(TestFiles.text(of: "\(TestFiles.root)/scenarios/schema.json"))
    var names: Set<String> = []
    func collect(_ value: JSONValue) {
      for (name, member) in value.members {
        // Conditions of the schema name properties too, but no others.
        if name == "properties" { names.formUnion(member.members.map(\.key)) }
        collect(member)
      }
      for element in value.elements { collect(element) }
    }
    collect(schema)
    #expect(names.count > 45)
    for name in names.sorted() {
      #expect(page.contains("`\(name)`") || page.contains("\"\(name)\""), "\(name)")
    }
  }

  @Test func everyNameIsListed() throws {
    let page = try Self.page()
    for name in Sample.vocabulary.operations + Sample.vocabulary.errorNames + Sample.vocabulary.ticketErrors {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
    let values =
      ConnectionFault.allCases.map(\.rawValue) + TokenFlaw.allCases.map(\.rawValue)
      + InventoryState.allCases.map(\.rawValue) + DelayedDelivery.Style.allCases.map(\.rawValue)
    for value in values { #expect(page.contains("`\(value)`"), "\(value)") }
  }

  @Test func theSampleOfAnErrorIsTheOneThatIsTold() throws {
    let page = try Self.page()
    let broken = try #require(Self.blocks().first).replacing("first\": 1", with: "frist\": 1")
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioReader.read(Array(broken.utf8), file: "second-card.json", vocabulary: Sample.vocabulary)
    }
    #expect(page.contains("\n    \(try #require(error).description)\n"))
  }

  @Test func theOneOffFaultIsRead() throws {
    let line = try #require(try Self.page().split(separator: "\n").last { $0.hasPrefix("    {") })
    let rule = try ScenarioReader.oneOffRule(
      try Sample.json(String(line)), file: "body", vocabulary: Sample.vocabulary)
    #expect(rule.times == 2)
  }
}
