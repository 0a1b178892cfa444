/// Which poller a server uses.
enum PollerChoice {
  /// The system's own where there is one, else the portable one.
  static func make(label: String) -> any Poller {
    #if os(Linux)
      if let poller = EpollPoller(label: label) { return poller }
    #endif
    return DispatchPoller(label: label)
  }
}
