import HTTPTypes

extension WillCallServer {
  /// The private world of a partner key; the first use makes it.
  ///
  /// - Parameter key: any text of 1 to 200 characters that names the test, unless the server was started with
  ///   ``ServerOptions/apiKeys``.
  /// - Throws: ``SandboxError`` if the server does not accept the key.
  public func sandbox(_ key: String) throws(SandboxError) -> PartnerSandbox {
    let sandbox = PartnerSandbox(key: key, url: url, server: self)
    guard !key.isEmpty else { throw SandboxError("A sandbox needs a key.", expected: "a key", found: "nothing") }
    try sandbox.control(.get, "clock")
    return sandbox
  }
}
