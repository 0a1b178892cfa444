import Console

/// The page's files in a folder, for whoever works on them: edit and reload.
struct ConsoleFolder: Sendable {
  let path: String

  /// The bytes of a file; `nil` if there is none, or if the name leads out of the folder.
  @Sendable func read(_ name: String) -> [UInt8]? {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.utf8.contains(0) else { return nil }
    return try? FileSystem.read("\(path)/\(name)")
  }

  /// - Throws: ``StartError/unreadable(path:reason:)`` if it has no page.
  func check() throws(StartError) {
    _ = try FileSystem.read("\(path)/\(ConsoleFiles.page)")
  }
}
