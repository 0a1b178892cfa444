extension Rule {
  /// What a device is.
  static let devices: [Rule] = [
    Rule(
      "device-block-complete", .violation,
      "Order Management gets device_id, device_type (web, native) and device_os (ios, android, other).",
      why: "The first token is made for that device; all three are required.",
      fix: "Send all three fields in the body of POST /orders, with values of the documents' table.",
      source: "SafeTix documentation, Order Management request", reads: [.ordersOpen],
      .request { exchange, notes in
        guard exchange.wasWorkedOn, let device = exchange.device else { return }
        notes.seen()
        if let problem = device.problem { notes.broken("The device block was not complete: \(problem).") }
      }),
    Rule(
      "device-id-is-a-device", .violation,
      "The device id is an id of the device or of the app's installation, and of nothing else.",
      why: "An order's id is the same on two phones of one fan, so it tells no devices apart, which is what it is for.",
      fix: "Make a GUID when the app is installed, keep it, and send it at every call.",
      source: "SafeTix documentation, FAQ 3", reads: [.cartPayment, .ordersOpen, .secureRender],
      .memory { DeviceIsDevice() }),
    Rule(
      "device-id-sticky", .warning,
      "A device keeps its id from call to call.",
      why: "An id made anew for every call names no device. Two phones, or a new one, are expected and fine.",
      fix: "Store the device id when the app is installed instead of making one for each call.",
      source: "SafeTix documentation, FAQ 3, 4 and 6", reads: [.ordersOpen, .secureRender],
      .memory { DeviceSticky() }),
    Rule(
      "device-id-unshared", .advice,
      "A device id belongs to a few accounts at most.",
      why: "One id for all fans, such as that of a server, tells no devices apart.",
      fix: "Take the id of the fan's device, not one of your service or a constant.",
      source: "SafeTix documentation, FAQ 3", reads: [.ordersOpen, .secureRender],
      .memory { DeviceUnshared() }),
  ]
}
