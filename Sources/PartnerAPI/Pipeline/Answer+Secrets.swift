import HTTPWire
import Sandboxes

extension Answer {
  /// Removes secrets from the diagnosis; the content follows the vendor's format and is left unchanged.
  mutating func removeSecrets(_ secrets: @autoclosure () -> Secrets, of request: @autoclosure () -> Request?) {
    guard let diagnosis else { return }
    self.diagnosis = secrets().shown(diagnosis: diagnosis, of: request())
  }
}
