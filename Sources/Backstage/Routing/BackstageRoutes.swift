import HTTPTypes

/// The table of the control API's routes.
enum BackstageRoutes {
  /// The routes of the page, which are no part of the API; their paths continue the prefix without its slash.
  static let page: [BackstageRoute] = [
    BackstageRoute(.get, "", isPage: true, PageHandlers.entrance),
    BackstageRoute(.get, "/", isPage: true, PageHandlers.page),
    BackstageRoute(.get, "/console/{file}", isPage: true, PageHandlers.file),
  ]

  static let all: [BackstageRoute] = [
    BackstageRoute(.get, "health", isOpen: true, ServerHandlers.health),
    BackstageRoute(.get, "metrics", ServerHandlers.metrics),
    BackstageRoute(.get, "openapi.json", OpenAPIHandler.document),
    BackstageRoute(.get, "control-openapi.json", OpenAPIHandler.controlDocument),
    BackstageRoute(.get, "ca.pem", AuthorityHandler.certificate),
    BackstageRoute(.get, "sandboxes", SandboxHandlers.list),
    BackstageRoute(.get, "clock", ClockHandlers.read),
    BackstageRoute(.post, "clock", ClockHandlers.move),
    BackstageRoute(.post, "reset", ResetHandler.reset),
    BackstageRoute(.get, "scenarios", ScenarioHandlers.list),
    BackstageRoute(.put, "scenarios", ScenarioHandlers.activate),
    BackstageRoute(.get, "faults", FaultHandlers.list),
    BackstageRoute(.post, "faults", FaultHandlers.add),
    BackstageRoute(.delete, "faults", FaultHandlers.removeAll),
    BackstageRoute(.get, "faults/{fault}", FaultHandlers.show),
    BackstageRoute(.delete, "faults/{fault}", FaultHandlers.remove),
    BackstageRoute(
      .get, "requests", query: ["operation", "outcome", "status", "limit", "since"], JournalHandlers.list),
    BackstageRoute(.get, "requests/{request}", JournalHandlers.show),
    BackstageRoute(.post, "verify", JournalHandlers.verify),
    BackstageRoute(.get, "report", query: ["format", "strict", "colours"], ReportHandler.report),
    BackstageRoute(.get, "waivers", WaiverHandlers.list),
    BackstageRoute(.post, "waivers", WaiverHandlers.add),
    BackstageRoute(.delete, "waivers", WaiverHandlers.removeAll),
    BackstageRoute(.get, "stream", isStream: true, StreamHandlers.open),
    BackstageRoute(.get, "carts", CartHandlers.list),
    BackstageRoute(.get, "carts/{cart}", CartHandlers.show),
    BackstageRoute(.get, "orders", OrderHandlers.list),
    BackstageRoute(.post, "orders", OrderHandlers.arrange),
    BackstageRoute(.get, "orders/{order}", OrderHandlers.show),
    BackstageRoute(.post, "orders/{order}/void", OrderHandlers.void),
    // A proxy may have decoded the slash of an order number.
    BackstageRoute(.get, "orders/{order}/{host}", OrderHandlers.show),
    BackstageRoute(.post, "orders/{order}/{host}/void", OrderHandlers.void),
    BackstageRoute(.post, "gate/scan", GateHandlers.scan),
    BackstageRoute(.get, "tickets/{ticket}/symbol.svg", query: ["device", "at"], TicketHandlers.symbol),
    BackstageRoute(.put, "members/{token}/card", MemberHandlers.putCard),
    BackstageRoute(.get, "events", EventHandlers.list),
    BackstageRoute(.put, "events/{event}", EventHandlers.put),
    BackstageRoute(.get, "events/{event}/seats", HouseHandler.seats),
    BackstageRoute(.get, "state", StateHandlers.export),
    BackstageRoute(.put, "state", StateHandlers.restore),
  ]
}
