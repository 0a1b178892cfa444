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
  }

  /// The attributes of one object, in the order of its table.
  struct Attributes: Sendable {
    let table: WireTable
    let members: JSONSelection

    init(_ table: WireTable, of object: JSONValue) {
      self.table = table
      members = JSONSelection(table.names, of: object, ignoringCase: true)
    }

    subscript(place: Int) -> Attribute { Attribute(field: table.fields[place], value: members[place]) }

    /// What is wrong with an attribute, if anything.
    func failure(_ place: Int) -> Failure? {
      if members.isFilled(place) { return nil }
      return failureIfThere(place) ?? .missing(attribute: table.fields[place].name)
    }

    /// What is wrong with an attribute, if anything, given that it may be missing.
    func failureIfThere(_ place: Int) -> Failure? {
      guard let value = members[place], value.kind != .null, value.kind != .string else { return nil }
      return .invalid(attribute: table.fields[place].name)
    }

    /// Writes attributes back as they were sent.
    func echo(_ places: Range<Int>, into writer: inout JSONWriter) {
      for place in places { writer.member(table.fields[place].key, place, of: members) }
    }
  }

  // Where attributes are in `requestTable` and `requestTicketTable`.
  private enum Place {
    static var deviceID: Int { 0 }
    static var deviceType: Int { 1 }
    static var deviceOS: Int { 2 }
    static var userAgent: Int { 3 }
    static var tickets: Int { 4 }
    static var device: Range<Int> { 0..<3 }

    static var eventID: Int { 0 }
    static var section: Int { 1 }
    static var row: Int { 2 }
    static var seat: Int { 3 }
    static var barcode: Int { 4 }
    static var ticket: Range<Int> { 0..<5 }
  }

  /// A ticket to render.
  package struct TicketRequest: Sendable {
    private let attributes: Attributes

    package var eventID: Attribute { attributes[Place.eventID] }
    package var section: Attribute { attributes[Place.section] }
    package var row: Attribute { attributes[Place.row] }
    package var seat: Attribute { attributes[Place.seat] }
    package var barcode: Attribute { attributes[Place.barcode] }

    init(_ object: JSONValue) { attributes = Attributes(SecureRenderWire.requestTicketTable, of: object) }

    /// Whether there are members that are not in the table as they are spelt.
    var hasOthers: Bool { attributes.members.hasOthers }

    /// The failure for the first attribute that is missing or not a string.
    package var failure: Failure? {
      for place in Place.ticket {
        if let failure = attributes.failure(place) { return failure }
      }
      return nil
    }

    /// Whether it names this seat.
    package func names(section: String, row: String, seat: String) -> Bool {
      let members = attributes.members
      return members.string(Place.section, equals: section) && members.string(Place.row, equals: row)
        && members.string(Place.seat, equals: seat)
    }

    /// Whether it names the event with this id.
    package func names(event id: String) -> Bool { attributes.members.string(Place.eventID, equals: id) }

    package func echo(into writer: inout JSONWriter) { attributes.echo(Place.ticket, into: &writer) }
  }

  /// A request whose tickets can be answered one by one.
  package struct Envelope: Sendable {
    private let attributes: Attributes
    package let tickets: [TicketRequest]

    package var deviceID: Attribute { attributes[Place.deviceID] }
    private var deviceType: Attribute { attributes[Place.deviceType] }
    private var deviceOS: Attribute { attributes[Place.deviceOS] }

    init(_ attributes: Attributes, tickets: [TicketRequest]) {
      self.attributes = attributes
      self.tickets = tickets
    }

    /// The failure for the first attribute outside the tickets that is not a string, or is required but missing; it is
    /// reported for every ticket.
    package var failure: Failure? {
      attributes.failure(Place.deviceID) ?? attributes.failure(Place.deviceType) ?? attributes.failure(Place.deviceOS)
        ?? attributes.failureIfThere(Place.userAgent)
    }

    /// Whether the device, as far as it was described, can present a ticket by NFC.
    package var isNFCCapable: Bool { Device.isNFCCapable(type: deviceType.text, os: deviceOS.text) }

    /// Whether there are members, here or in a ticket, that are not in the tables as they are spelt.
    package var hasOthers: Bool { attributes.members.hasOthers || tickets.contains(where: \.hasOthers) }

    package func echoDevice(into writer: inout JSONWriter) { attributes.echo(Place.device, into: &writer) }
  }

  /// The largest number of tickets in a request.
  package static let ticketLimit = 100

  /// Reads the envelope.
  ///
  /// - Throws: `invalid-input` if `tickets` is missing, empty, not an array, over 100, or holds anything but objects.
  package static func read(_ body: JSONObjectReader) throws(APIError) -> Envelope {
    let attributes = Attributes(requestTable, of: body.value)
    guard let list = attributes.members[Place.tickets], list.kind != .null else { throw body.missing(tickets) }
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
    return Envelope(attributes, tickets: requests)
  }
}
