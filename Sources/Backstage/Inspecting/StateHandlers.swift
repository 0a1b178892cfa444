import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET` and `PUT state`.
enum StateHandlers {
  /// Everything that has happened in the sandbox, as one document.
  static func export(_ call: inout ControlCall) throws(ControlError) -> Response {
    Response(json: try call.sandbox().export())
  }

  /// Puts the sandbox into the state of a document.
  static func restore(_ call: inout ControlCall) throws(ControlError) -> Response {
    let document = try call.json()
    let sandbox = try call.sandbox()
    do throws(JSONMismatch) {
      try sandbox.restore(document, zoneRule: call.zoneRule)
    } catch {
      throw ControlError(error)
    }
    return Response(status: .noContent)
  }
}
