import HTTPWire
import Sandboxes

extension ControlError {
  /// The response to a request, without secrets.
  ///
  /// - Parameter sandbox: the sandbox that the request is about, if known.
  func response(to request: Request, _ sandbox: Sandbox?) -> Response {
    let secrets = sandbox?.secrets ?? Secrets(keys: [(try? SandboxKey.find(in: request)) ?? nil].compactMap { $0 })
    var error = ControlError(
      status, secrets.shown(message), path: secrets.shown(path), expected: secrets.shown(expected),
      found: secrets.shown(diagnosis: found, of: request))
    error.fields = fields
    error.faults = faults.map { $0.shown(by: secrets, for: request) }
    error.moreFaults = moreFaults
    return error.response
  }
}
