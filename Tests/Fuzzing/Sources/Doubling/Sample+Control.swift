import JSONText

/// The control API, every path that takes something.
extension Sample {
  static let control: [Sample] = [
    Sample("GET", "/__willcall/health?a=b"),
    Sample("GET", "/__willcall/no/such/path?apikey=k", headers: ["Origin": "http://localhost", "Authorization": "x"]),
    Sample("POST", "/__willcall/clock?apikey=k", #"{"advance":"PT5M"}"#),
    Sample("clock, set") { _ in Message("POST", "/__willcall/clock?apikey=k", #"{"set":"2027-12-01T18:00:00Z"}"#) },
    Sample("clock, rate") { _ in Message("POST", "/__willcall/clock?apikey=k", #"{"rate":1.5}"#) },
    Sample("POST", "/__willcall/reset?apikey=k", #"{"parts":["state","clock"]}"#),
    Sample("PUT", "/__willcall/scenarios?apikey=k", #"{"active":["polling","quota"]}"#),
    Sample("scenario in full") { _ in
      Message("PUT", "/__willcall/scenarios?apikey=k", #"{"active":[\#(SampleText.scenario)]}"#)
    },
    Sample("POST", "/__willcall/faults?apikey=k", SampleText.fault),
    Sample("GET", "/__willcall/faults/fault-1?apikey=k"),
    Sample("requests") { world in
      askAbout(world)
      return Message("GET", "/__willcall/requests?apikey=k&operation=cart.reserve&status=4xx&since=r1&limit=9")
    },
    Sample("verify") { world in
      askAbout(world)
      return Message(
        "POST", "/__willcall/verify?apikey=k",
        """
        {"operation":"cart.reserve","where":{"status":"2xx","account":"1","event":"3F005105D843DFA3",
         "header":{"X-Demo":"1"},"body":{"/reserve/tickets":[{"id":"000000000001"}]}},"times":{"exactly":2}}
        """)
    },
    Sample("GET", "/__willcall/carts/abc?apikey=k"),
    Sample("GET", "/__willcall/orders/39-20804%2FPHX?apikey=k"),
    Sample("POST", "/__willcall/orders/39-20804%2FPHX/void?apikey=k"),
    Sample(
      "POST", "/__willcall/orders?apikey=k",
      #"{"event":"3F005105D843DFA3","account":"12313131","tickets":2,"email":"a@example.com"}"#),
    Sample("PUT", "/__willcall/events/3F00EA0000000001?apikey=k", SampleText.event),
    Sample("state") { _ in restore },
  ]

  /// Something to look for: reserves with long bodies.
  private static func askAbout(_ world: World) {
    for number in 1...20 {
      let places = (1...100).map { "\"p\($0 * number)\"" }.joined(separator: ",")
      world.answer(
        Message(
          "POST", "\(path)/cart?apikey=k",
          #"{"reserve":{"tickets":[{"id":"000000000001"}],"places":[\#(places)]}}"#, headers: ["X-Demo": "\(number)"]
        ).bytes)
    }
  }

  /// The state of another world, made once.
  private static let restore = Message("PUT", "/__willcall/state?apikey=k", everything(World()))

  /// The state of a sandbox in which a bit of everything has happened.
  private static func everything(_ world: World) -> String {
    world.step(Message("PUT", "/__willcall/events/3F00EA0000000001?apikey=k", SampleText.event))
    world.step(Message("POST", "/__willcall/faults?apikey=k", SampleText.fault))
    world.step(Message("POST", "/wallet/v1/token?apikey=k", SampleText.wallet))
    world.step(
      Message("POST", "/__willcall/orders?apikey=k", #"{"event":"\#(event)","account":"12313131","tickets":2}"#))
    world.step(Message("PUT", "/__willcall/scenarios?apikey=k", #"{"active":[\#(SampleText.scenario)]}"#))
    return String(decoding: world.step(Message("GET", "/__willcall/state?apikey=k")).bytes, as: UTF8.self)
  }
}
