/// The variables by which a command trusts a server, and the files that they name.
package struct TrustedEnvironment: Sendable {
  /// What to set, instead of what the variables hold.
  package let variables: [(name: String, value: String)]
  private let folder: String

  /// The password of the trust store for Java; the one that Java's own has.
  static let password = "changeit"

  init(variables: [(name: String, value: String)], folder: String) {
    self.variables = variables
    self.folder = folder
  }

  /// Removes the files.
  package func remove() {
    #if TLS
      TrustFiles.remove(folder)
    #endif
  }
}

extension WillCallServer {
  /// Writes the files by which a command trusts this server's https, besides what the system trusts.
  ///
  /// - Parameter environment: the value of a variable of the command's environment.
  /// - Returns: `nil` if it speaks http alone.
  /// - Throws: ``StartError/security(_:)``.
  package func trustedEnvironment(
    _ environment: (String) -> String?
  ) throws(StartError) -> TrustedEnvironment? {
    #if TLS
      guard let trusted else { return nil }
      return try TrustFiles.write(trusted, environment)
    #else
      return nil
    #endif
  }
}
