import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET` and `PUT state`.
enum StateHandlers {
  /// Exports everything that has happened in the sandbox as one document.
  static func export(_ call: inout ControlCall) throws(ControlError) -> Response {
    Response(json: try call.sandbox().export())
  }

  /// Restores the sandbox to the state in a document.
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
