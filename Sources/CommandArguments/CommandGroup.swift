import JSONText

/// A group of commands under one word, such as `willcall token`.
package struct CommandGroup: Sendable {
  /// What a group holds.
  package enum Member: Sendable {
    case command(any Command.Type)
    case group(CommandGroup)

    var name: String {
      switch self {
      case .command(let command): command.name
      case .group(let group): group.name
      }
    }

    var abstract: String {
      switch self {
      case .command(let command): command.abstract
      case .group(let group): group.abstract
      }
    }

    var isListed: Bool {
      switch self {
      case .command(let command): command.isListed
      case .group: true
      }
    }
  }

  let name: String
  let abstract: String
  let discussion: String
  let members: [Member]
  /// What runs if no member is named.
  let standard: (any Command.Type)?

  /// - Parameters:
  ///   - discussion: lines of 80 columns at most.
  ///   - standard: what runs if no member is named; the help is printed if there is none.
  package init(
    _ name: String, abstract: String, discussion: String = "", standard: (any Command.Type)? = nil, members: [Member]
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.standard = standard
    self.members = members
  }

  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// The error for an unknown member, suggesting the name that was probably meant.
  func unknown(_ word: String) -> UsageError {
    let names = members.filter(\.isListed).map(\.name)
    let hint =
      Spelling.nearest(to: word, among: names).map { "did you mean \($0)?" }
      ?? "there are \(names.joined(separator: ", "))"
    return UsageError("there is no command \(UsageError.quoted(word)); \(hint)")
  }
}
