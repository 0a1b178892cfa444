import Foundation

/// The files of the checkout that people read.
enum Repository {
  /// The folder of the checkout.
  static let path: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path

  /// The text of a file.
  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// The fenced blocks of a language in a Markdown file.
  static func blocks(of language: String, in name: String) throws -> [String] {
    var blocks: [String] = []
    var open: [Substring]?
    for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = open {
        if line == "```" {
          blocks.append(lines.joined(separator: "\n") + "\n")
          open = nil
        } else {
          open = lines + [line]
        }
      } else if line == "```\(language)" {
        open = []
      }
    }
    return blocks
  }
}
