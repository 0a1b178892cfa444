import Determinism
package import JSONText
package import PartnerVocabulary

extension SecureRenderWire {
  /// One attribute as it was sent: keys are compared without case, values are echoed.
  package struct Attribute: Sendable {
    package let field: WireField
    package let value: JSONValue?

    /// The text; empty if the attribute is missing or not a string.
    package var text: String { value?.string ?? "" }

    /// Whether there is a text that is not empty.
    package var isFilled: Bool { value?.withUTF8 { !$0.isEmpty } ?? false }

    /// The fold of ``text``, without creating it.
    package var folded: UInt64 {
      value?.withUTF8 { SeededSource.fold(utf8: $0) } ?? SeededSource.fold("")
    }

    /// Whether it is a string with this text.
    package func equals(_ text: String) -> Bool { value?.stringEquals(text) ?? false }

    /// What is wrong with it if it must be a string that is not empty.
    fileprivate var failure: Failure? {
      if let failure = failureIfThere { return failure }
      return text.isEmpty ? .missing(attribute: field.name) : nil
    }

    /// What is wrong with it if it may be missing.
    fileprivate var failureIfThere: Failure? {
      guard let value, value.kind != .null, value.kind != .string else { return nil }
      return .invalid(attribute: field.name)
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
    private let members: JSONSelection

    package var eventID: Attribute { attribute(Place.eventID) }
    package var section: Attribute { attribute(Place.section) }
    package var row: Attribute { attribute(Place.row) }
    package var seat: Attribute { attribute(Place.seat) }
    package var barcode: Attribute { attribute(Place.barcode) }

    init(_ object: JSONValue) {
      members = JSONSelection(SecureRenderWire.requestTicketTable.names, of: object, ignoringCase: true)
    }

    private func attribute(_ place: Int) -> Attribute {
      Attribute(field: SecureRenderWire.requestTicketTable.fields[place], value: members[place])
    }

    /// Whether there are members that are not in the table as they are spelt.
    var hasOthers: Bool { members.hasOthers }

    /// The failure for the first attribute that is missing or not a string.
    package var failure: Failure? {
      members.firstUnfilled(Place.ticket).flatMap { attribute($0).failure }
    }

    /// Whether it names this seat.
    package func names(section: String, row: String, seat: String) -> Bool {
      members.string(Place.section, equals: section) && members.string(Place.row, equals: row)
        && members.string(Place.seat, equals: seat)
    }

    /// Whether it names the event with this id.
    package func names(event id: String) -> Bool { members.string(Place.eventID, equals: id) }

    package func echo(into writer: inout JSONWriter) {
      writer.members(Place.ticket, SecureRenderWire.requestTicketTable.names, of: members)
    }
  }

  /// A request whose tickets can be answered one by one.
  package struct Envelope: Sendable {
    private let members: JSONSelection
    package let tickets: [TicketRequest]

    package var deviceID: Attribute { attribute(Place.deviceID) }

    init(_ members: JSONSelection, tickets: [TicketRequest]) {
      self.members = members
      self.tickets = tickets
    }

    private func attribute(_ place: Int) -> Attribute {
      Attribute(field: SecureRenderWire.requestTable.fields[place], value: members[place])
    }

    /// The failure for the first attribute outside the tickets that is not a string, or is required but missing; it is
    /// reported for every ticket.
    package var failure: Failure? {
      if let place = members.firstUnfilled(Place.device) { return attribute(place).failure }
      return attribute(Place.userAgent).failureIfThere
    }

    /// Whether the device, as far as it was described, can present a ticket by NFC.
    package var isNFCCapable: Bool {
      members.string(Place.deviceType, isLowered: Device.nfcType)
        && members.string(Place.deviceOS, isLowered: Device.nfcOS)
    }

    /// Whether there are members, here or in a ticket, that are not in the tables as they are spelt.
    package var hasOthers: Bool { members.hasOthers || tickets.contains(where: \.hasOthers) }

    package func echoDevice(into writer: inout JSONWriter) {
      writer.members(Place.device, SecureRenderWire.requestTable.names, of: members)
    }
  }

  /// The largest number of tickets in a request.
  package static let ticketLimit = 100

  /// Reads the envelope.
  ///
  /// - Throws: `invalid-input` if `tickets` is missing, empty, not an array, over 100, or holds anything but objects.
  package static func read(_ body: JSONObjectReader) throws(APIError) -> Envelope {
    let members = JSONSelection(requestTable.names, of: body.value, ignoringCase: true)
    guard let list = members[Place.tickets], list.kind != .null else { throw body.missing(tickets) }
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
    return Envelope(members, tickets: requests)
  }
}
