package import BoxOffice
import Determinism
import EventCatalogue
package import JSONText

extension OrderWire {
  /// The entry for one ticket in an opened order.
  package enum SecureEntry {
    /// A token as a JSON string, quotes included.
    case token([UInt8])
    case withheld
    case error(code: Int, message: String)
  }

  /// The device part of an answer; absent if the order was only read.
  package struct Opening {
    package let device: Device
    package let account: String
    /// One for each ticket; empty if the event is not SafeTix.
    package let entries: [SecureEntry]

    /// Makes a device part from its parts.
    package init(device: Device, account: String, entries: [SecureEntry]) {
      self.device = device
      self.account = account
      self.entries = entries
    }
  }

  /// Writes an order.
  package static func write(
    _ order: Order, delivery tokens: TokenDelivery, opening: Opening?, into writer: inout JSONWriter
  ) {
    let zone = order.event.description.venue.zone
    writer.object { body in
      body.string(customerEmail, order.customerEmail)
      body.string(thirdPartySource, order.thirdPartySource)
      body.array(options) { list in
        for option in order.options {
          list.object { entry in
            entry.integer(optionNumber, option.number)
            entry.string(description, option.description)
          }
        }
      }
      body.object(delivery) { delivery in
        delivery.string(carrier, order.carrier)
        delivery.string(serviceLevel, order.serviceLevel)
        delivery.object(deliveryDescription) { $0.string(short, order.deliveryDescription) }
      }
      body.array(tickets) { list in
        for (index, ticket) in order.tickets.enumerated() {
          list.object { entry in
            write(ticket, of: order, charges: opening == nil ? ChargeLine.asRead : ChargeLine.asOpened, into: &entry)
            guard let opening else {
              entry.money(distanceCharge, ticket.charges.distance)
              return
            }
            if index < opening.entries.count {
              write(opening.entries[index], device: opening.device, order: order, into: &entry)
            }
          }
        }
      }
      body.array(upsells) { _ in }
      body.bool(voided, order.isVoided)
      if let release = tokens.release {
        body.object(additionalInfo) { $0.string(delayDate, zone.local(release).date.description) }
      }
      if let opening {
        body.string(DeviceWire.deviceID, opening.device.id)
        body.string(DeviceWire.deviceType, opening.device.type)
        body.string(DeviceWire.deviceOS, opening.device.os)
        body.bool(nfcCapableDevice, opening.device.isNFCCapable)
        body.string(DeviceWire.account, opening.account)
      }
      body.bool(sendsClaimEmail, false)
    }
  }

  /// A charge of a ticket: its description and types, and its amount.
  private struct ChargeLine {
    /// The members that are the same for every ticket, as JSON.
    let members: [UInt8]
    let sum: @Sendable (Ticket.Charges) -> Money

    init(_ words: String, _ sub: String, _ kind: String, sum: @escaping @Sendable (Ticket.Charges) -> Money) {
      var writer = JSONWriter()
      writer.string(OrderWire.description, words)
      writer.string(subType, sub)
      writer.string(type, kind)
      members = writer.bytes
      self.sum = sum
    }

    static let price = ChargeLine("Price", "price", "price") { $0.price }
    static let distance = ChargeLine("Distance Charge", "distance_charge", "fee") { $0.distance }
    static let facility = ChargeLine("Facility Charge", "facility_charge", "fee") { $0.facility }
    static let service = ChargeLine("Service Charge", "service_charge", "fee") { $0.service }
    static let tax = ChargeLine("Tax", "tax", "tax") { $0.tax }
    /// In the order used on the SafeTix page.
    static let asOpened = [price, distance, facility, service, tax]
    /// In the order used in the Partner API's example of `GET`.
    static let asRead = [price, service, facility, tax, distance]
  }

  private static func write(
    _ ticket: Ticket, of order: Order, charges lines: [ChargeLine], into entry: inout JSONWriter
  ) {
    let description = order.event.description
    entry.string(barcodeID, ticket.barcode)
    entry.string(displayID, order.number)
    entry.string(eventCode, description.code)
    entry.string(eventHost, description.host)
    entry.string(eventID, order.event.id)
    entry.bool(isGA, ticket.isGeneralAdmission)
    entry.bool(isNationalVIP, false)
    entry.string(orderDate, description.venue.zone.local(order.placedAt).date.description)
    entry.string(orderNumber, order.number)
    entry.string(portal, ticket.portal)
    entry.string(row, ticket.row)
    entry.string(seatID, ticket.seatID)
    entry.string(seatName, ticket.seatName)
    entry.string(section, ticket.section)
    entry.bool(voided, order.isVoided)
    entry.array(charges) { list in
      for line in lines {
        list.object { charge in
          charge.raw(line.members)
          charge.object(chargeAmount) { value in
            value.money(amount, line.sum(ticket.charges))
            value.string(currency, description.currency)
          }
        }
      }
    }
  }

  private static func write(
    _ entry: SecureEntry, device: Device, order: Order, into writer: inout JSONWriter
  ) {
    let mode = order.event.description.entry
    writer.object(secureEntryData) { data in
      data.string(renderType, mode.renderType)
      data.string(segmentType, device.isNFCCapable ? "NFC_ROTATING_SYMBOLOGY" : "ROTATING_SYMBOLOGY")
      switch entry {
      case .token(let bytes):
        data.key(token.key)
        data.raw(bytes)
      case .withheld: break
      case .error(let number, let text):
        data.object(error) { error in
          error.integer(code, number)
          error.string(message, text)
        }
      }
    }
  }
}

extension EntryMode {
  /// `render_type` and `renderType` on the wire.
  package var renderType: String { self == .secureBarcode ? "barcode" : "rotating_symbology" }
}
