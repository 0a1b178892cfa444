/// Chooses the poller of a server.
enum PollerChoice {
  /// The system's own if it has one, else the portable one.
  static func make(label: String) -> any Poller {
    #if os(Linux)
      if let poller = EpollPoller(label: label) { return poller }
    #endif
    return DispatchPoller(label: label)
  }
}
