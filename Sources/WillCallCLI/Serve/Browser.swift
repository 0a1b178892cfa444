/// The default browser of the person at this machine.
enum Browser {
  #if os(macOS)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Opens a page; if that fails, writes a sentence to standard error.
  static func open(_ url: String) async {
    do throws(CommandFailure) {
      let command = try SpawnedCommand([opener, url], environment: [], ignoring: [], isDetached: true)
      let status = await command.wait().exitStatus
      if status != 0 { StandardStreams.error("willcall: \(opener) failed with \(status); open \(url) in a browser") }
    } catch {
      let reason = error.status == 127 ? "there is no \(opener) here" : error.message
      StandardStreams.error("willcall: \(reason); open \(url) in a browser")
    }
  }
}
