import HTTPTypes
import PartnerVocabulary
import Testing

@testable import Backstage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `docs/control-api.md` says what the control API does.
@Suite struct DocumentTests {
  private static let lines = text(of: "docs/control-api.md").split(separator: "\n").map(String.init)

  /// A file of the repository; empty if it is not there.
  private static func text(of name: String) -> String {
    let path = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/" + name
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 256 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The `METHOD path` of every heading, with `{}` for parameters.
  private static var documented: Set<String> {
    let names = lines.filter { $0.hasPrefix("### ") }.flatMap { line in
      line.split(separator: "`").filter { $0.contains(" ") && $0.first?.isUppercase == true }
    }
    return Set(
      names.map { name in
        name.split(separator: "/").map { $0.allSatisfy(\.isUppercase) ? "{}" : $0 }.joined(separator: "/")
      })
  }

  @Test func everyRouteIsDocumentedAndNoOther() {
    let routes = BackstageRoutes.all.map { route in
      let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
      return "\(route.method.rawValue) \(path)"
    }
    #expect(Self.documented == Set(routes))
  }

  @Test func everyErrorThatScenariosCanNameIsListed() {
    let page = Self.text(of: "docs/scenarios.md")
    let schema = Self.text(of: "scenarios/schema.json")
    for entry in ErrorCatalogue.all {
      #expect(page.contains("`\(entry.name)`"), "\(entry.name)")
      #expect(schema.contains("\"\(entry.name)\""), "\(entry.name)")
    }
  }

  /// A command of the document.
  struct Command: CustomTestStringConvertible {
    let line: String
    let method: HTTPRequest.Method
    let path: String
    let body: String

    var testDescription: String { line }

    /// Reads `curl [-X METHOD] [-d 'BODY'] URL`; `nil` for one that sends or keeps a file.
    init?(_ line: String) {
      guard line.hasPrefix("    curl "), !line.contains(" -T "), !line.contains(">"),
        let url = line.split(whereSeparator: { " \"".contains($0) }).last(where: { $0.hasPrefix("$W/") })
      else { return nil }
      self.line = line
      path = String(url.dropFirst(3))
      let quoted = line.split(separator: "'")
      body = quoted.count == 3 ? String(quoted[1]) : ""
      method = line.contains("-X PUT") ? .put : line.contains("-X POST") || !body.isEmpty ? .post : .get
    }
  }

  private static let commands = lines.compactMap { Command($0) }

  @Test func commandsAreFound() {
    #expect(Self.commands.count >= 12)
  }

  @Test(arguments: commands)
  func commandsSucceed(command: Command) throws {
    let stage = try Stage(configuration: BackstageConfiguration(authority: Array("-----BEGIN".utf8)))
    #expect(try stage.buy(EventID.phoenix).status == 200)
    #expect(try stage.hold(EventID.phoenix).event == EventID.phoenix)
    let answer = try stage.controlAsIs(command.method, "/__willcall/\(command.path)", command.body)
    #expect((200...201).contains(answer.status), "\(answer.text)")
  }
}
