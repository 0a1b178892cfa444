import HTTPWire
import Sandboxes

extension Answer {
  /// The answer with secrets removed from the diagnosis; its content follows the vendor's format and is left unchanged.
  func withoutSecrets(_ secrets: @autoclosure () -> Secrets, of request: Request?) -> Answer {
    guard let diagnosis else { return self }
    var answer = self
    answer.diagnosis = secrets().shown(diagnosis: diagnosis, of: request)
    return answer
  }
}
