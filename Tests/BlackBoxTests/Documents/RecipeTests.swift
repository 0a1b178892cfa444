import Foundation
import Testing

/// `docs/recipes.md`: every recipe prints what it says.
@Suite(.timeLimit(.minutes(5)))
struct RecipeTests {
  /// A recipe: what is run, and what it prints.
  struct Recipe: CustomTestStringConvertible, Sendable {
    let title: String
    let script: String
    let output: String

    var testDescription: String { title }
  }

  private static let document = "docs/recipes.md"
  private static let port = "http://localhost:8490"

  /// The functions that all recipes use.
  private static func setup() throws -> String {
    try #require(try Repository.blocks(of: "sh", in: document).first)
  }

  /// The recipes; none if the document is not as it should be, which a test of its own notices.
  static let recipes: [Recipe] = {
    guard let text = try? Repository.text(document), let scripts = try? Repository.blocks(of: "sh", in: document),
      let outputs = try? Repository.blocks(of: "text", in: document)
    else { return [] }
    let titles = text.matches(of: /^## (.+)$/.anchorsMatchLineEndings()).map { String($0.output.1) }
    return zip(titles, zip(scripts.dropFirst(), outputs)).map { Recipe(title: $0, script: $1.0, output: $1.1) }
  }()

  @Test func everyRecipeHasAScriptAndItsOutput() throws {
    let titles = try Repository.text(Self.document).matches(of: #/^## ([0-9]+)\. /#.anchorsMatchLineEndings())
    #expect(titles.count >= 10)
    #expect(titles.compactMap { Int($0.output.1) } == Array(1...titles.count))
    #expect(Self.recipes.count == titles.count)
    #expect(try Repository.blocks(of: "sh", in: Self.document).count == titles.count + 1)
    #expect(try Repository.blocks(of: "text", in: Self.document).count == titles.count)
    #expect(try Self.setup().contains(Self.port))
  }

  /// The rules that a recipe breaks, because it shows what then happens; none is a violation.
  private static let brokenOnPurpose = [
    "3. The cart expires while the buyer pays": ["hold-respected", "cart-given-back"],
    "6. The seats take a while: polling": ["polling-waits"],
  ]

  @Test(arguments: recipes)
  func itPrintsWhatItSays(recipe: Recipe) throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer()
    let script = try Self.setup().replacing(Self.port, with: server.url) + recipe.script
    let result = try Command.run(
      "/usr/bin/env", ["bash", "-eu", "-c", "cd \(folder.path)\n\(script)"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == recipe.output)
    #expect(try server.brokenRules() == Self.brokenOnPurpose[recipe.title, default: []])
    #expect(try server.stop() == 0)
  }
}
