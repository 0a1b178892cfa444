extension Rule {
  /// Rules about devices.
  static let devices: [Rule] = [
    Rule(
      "device-block-complete", .violation,
      "An Order Management request has device_id, device_type (web, native) and device_os (ios, android, other).",
      why: "The first token is issued for that device, and all three fields are required.",
      fix: "Send all three fields in the body of POST /orders, with values from the table in the documents.",
      source: "SafeTix documentation, Order Management request", reads: [.ordersOpen],
      .request { exchange, notes in
        guard exchange.wasWorkedOn, let device = exchange.device else { return }
        notes.seen()
        if let problem = device.problem { notes.broken("The device block was not complete: \(problem).") }
      }),
    Rule(
      "device-id-is-a-device", .violation,
      "The device id identifies a device or an installation of the app, and nothing else.",
      why: "A device id must tell devices apart. An order id cannot: it is the same on both phones of one fan.",
      fix: "Generate a GUID when the app is installed, store it, and send it with every call.",
      source: "SafeTix documentation, FAQ 3", reads: [.cartPayment, .ordersOpen, .secureRender],
      .memory { DeviceIsDevice() }),
    Rule(
      "device-id-sticky", .warning,
      "A device keeps its id from call to call.",
      why: "An id that changes with every call identifies no device. A fan may have two phones, or get a new one.",
      fix: "Store the device id when the app is installed instead of generating one for each call.",
      source: "SafeTix documentation, FAQ 3, 4 and 6", reads: [.ordersOpen, .secureRender],
      .memory { DeviceSticky() }),
    Rule(
      "device-id-unshared", .advice,
      "At most a few accounts share one device id.",
      why: "One id for all fans, such as a server's, cannot tell devices apart.",
      fix: "Use the id of the fan's device, not your server's id or a constant.",
      source: "SafeTix documentation, FAQ 3", reads: [.ordersOpen, .secureRender],
      .memory { DeviceUnshared() }),
  ]
}
