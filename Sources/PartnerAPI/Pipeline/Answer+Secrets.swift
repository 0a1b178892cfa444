import HTTPWire
import Sandboxes

extension Answer {
  /// The answer with a diagnosis that repeats no secrets; its content is the vendor's, and stays what it is.
  func withoutSecrets(_ secrets: @autoclosure () -> Secrets, of request: Request?) -> Answer {
    guard let diagnosis else { return self }
    var answer = self
    answer.diagnosis = secrets().shown(diagnosis: diagnosis, of: request)
    return answer
  }
}
