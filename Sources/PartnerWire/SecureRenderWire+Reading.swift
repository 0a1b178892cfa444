package import JSONText
package import PartnerVocabulary

extension SecureRenderWire {
  /// One attribute as it was sent: keys are compared without case, values are echoed.
  package struct Attribute: Sendable {
    package let field: WireField
    package let value: JSONValue?

    /// The text; empty if the attribute is missing or not a string.
    package var text: String { value?.string ?? "" }

    /// Whether it is a string with this text.
    package func equals(_ text: String) -> Bool { value?.stringEquals(text) ?? false }

    /// What is wrong with it, if anything.
    package var failure: Failure? {
      guard let value, value.kind != .null else { return .missing(attribute: field.name) }
      guard value.kind == .string else { return .invalid(attribute: field.name) }
      return value.stringEquals("") ? .missing(attribute: field.name) : nil
    }

    /// What is wrong with it, if anything, given that it may be missing.
    var failureIfThere: Failure? {
      guard let value, value.kind != .null, value.kind != .string else { return nil }
      return .invalid(attribute: field.name)
    }

    init(_ field: WireField, in object: JSONValue) {
      self.field = field
      value = object[field.name] ?? Self.find(field.name, in: object)
    }

    private static func find(_ name: String, in object: JSONValue) -> JSONValue? {
      let wanted = name.lowercased()
      // Most keys have a different length and need not be lowercased.
      return object.members.first { $0.key.utf8.count == wanted.utf8.count && $0.key.lowercased() == wanted }?.value
    }

    /// Writes it back as it was sent.
    package func echo(into writer: inout JSONWriter) {
      guard let value else { return }
      writer.key(field.key)
      writer.value(value)
    }
  }

  /// A ticket to render; a class because it is passed around a lot.
  package final class TicketRequest: Sendable {
    package let eventID: Attribute
    package let section: Attribute
    package let row: Attribute
    package let seat: Attribute
    package let barcode: Attribute

    init(_ object: JSONValue) {
      eventID = Attribute(SecureRenderWire.eventID, in: object)
      section = Attribute(SecureRenderWire.section, in: object)
      row = Attribute(SecureRenderWire.row, in: object)
      seat = Attribute(SecureRenderWire.seat, in: object)
      barcode = Attribute(SecureRenderWire.barcode, in: object)
    }

    /// The failure for the first attribute that is missing or not a string.
    package var failure: Failure? {
      eventID.failure ?? section.failure ?? row.failure ?? seat.failure ?? barcode.failure
    }

    package func echo(into writer: inout JSONWriter) {
      eventID.echo(into: &writer)
      section.echo(into: &writer)
      row.echo(into: &writer)
      seat.echo(into: &writer)
      barcode.echo(into: &writer)
    }
  }

  /// A request whose tickets can be answered one by one.
  package struct Envelope {
    package let deviceID: Attribute
    package let deviceType: Attribute
    package let deviceOS: Attribute
    let userAgent: Attribute
    package let tickets: [TicketRequest]

    /// The failure for the first attribute outside the tickets that is not a string, or is required but missing; it is
    /// reported for every ticket.
    package var failure: Failure? {
      deviceID.failure ?? deviceType.failure ?? deviceOS.failure ?? userAgent.failureIfThere
    }

    /// The device, as far as it was described.
    package var device: Device { Device(id: deviceID.text, type: deviceType.text, os: deviceOS.text) }
  }

  /// The largest number of tickets in a request.
  package static let ticketLimit = 100

  /// Reads the envelope.
  ///
  /// - Throws: `invalid-input` if `tickets` is missing, empty, not an array, over 100, or holds anything but objects.
  package static func read(_ body: JSONObjectReader) throws(APIError) -> Envelope {
    let object = body.value
    guard let list = Attribute(tickets, in: object).value, list.kind != .null else { throw body.missing(tickets) }
    guard list.kind == .array else { throw APIError(list.mismatch(expected: "an array of 1 to 100 tickets")) }
    let elements = list.elements
    if elements.isEmpty || elements.count > ticketLimit {
      throw APIError(list.mismatch(expected: "an array of 1 to 100 tickets", found: "\(elements.count) tickets"))
    }
    var requests: [TicketRequest] = []
    requests.reserveCapacity(elements.count)
    for element in elements {
      guard element.kind == .object else { throw APIError(element.mismatch(expected: "an object")) }
      requests.append(TicketRequest(element))
    }
    return Envelope(
      deviceID: Attribute(deviceID, in: object), deviceType: Attribute(deviceType, in: object),
      deviceOS: Attribute(deviceOS, in: object), userAgent: Attribute(userAgent, in: object), tickets: requests)
  }
}
