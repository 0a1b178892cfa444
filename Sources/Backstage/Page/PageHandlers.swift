import Console
import HTTPTypes
import HTTPWire
import JSONText

/// The page, and the files that it is made of.
enum PageHandlers {
  private static let folder = "\(BackstageService.prefix)console/"

  /// `GET /__willcall`: the page's links are relative to the path with a slash at its end.
  static func entrance(_ call: inout ControlCall) throws(ControlError) -> Response {
    ConsoleEntrance.redirect(call.request)
  }

  /// `GET /__willcall/`.
  static func page(_ call: inout ControlCall) throws(ControlError) -> Response {
    guard let file = file(ConsoleFiles.page, call) else { throw noFile(ConsoleFiles.page, call) }
    return file.response(to: call.request)
  }

  /// `GET /__willcall/console/FILE`.
  static func file(_ call: inout ControlCall) throws(ControlError) -> Response {
    let name = call.parameters["file"] ?? ""
    // At a second address its relative links would lead astray.
    guard name != ConsoleFiles.page, let file = file(name, call) else { throw noFile(name, call) }
    return file.response(to: call.request)
  }

  private static func file(_ name: String, _ call: ControlCall) -> ConsoleFile? {
    guard let read = call.configuration.consoleFile else { return ConsoleFiles.embedded[name] }
    return read(name).map { ConsoleFile(name: name, bytes: $0) }
  }

  private static func noFile(_ name: String, _ call: ControlCall) -> ControlError {
    let path = call.request.target.path
    if name == ConsoleFiles.page {
      return ControlError(
        .notFound, "The page is at \(BackstageService.prefix).", path: path, expected: BackstageService.prefix,
        found: path)
    }
    let names = ConsoleFiles.embedded.names.filter { $0 != ConsoleFiles.page }
    return ControlError(
      .notFound, "The page has no such file.", path: path,
      expected: names.isEmpty ? "a file of the page" : "\(folder) and one of \(names.joined(separator: ", "))",
      found: path + Spelling.hint(for: name, among: names))
  }
}
