import BoxOffice
import EventCatalogue
import JSONText

/// The rows of an event, as availability lists them.
///
/// Most rows of a house are completely free, and their text is always the same: it is made once per event, as are the
/// ids of all places.
final class AvailabilityRows: Sendable {
  /// The texts of one run of seats.
  private struct Texts {
    /// The complete entry while every seat is free.
    var whole: [UInt8] = []
    /// The ids of its places as JSON strings, one after the other; empty for general admission.
    var places: [UInt8] = []
    /// The offset in ``places`` at which the id of each seat ends.
    var placeEnds: [Int32] = []
    /// The members after the places; they never change.
    var ending: [UInt8] = []
  }

  /// What the text of availability depends on, besides the event.
  struct Source: Sendable, Equatable {
    let dates: EventSchedule.Dates
    let map: SeatMap
    let hasBasePrices: Bool
    /// The password that unlocks restricted offers; `nil` if the request sent none that does.
    let password: String?
  }

  /// The availability of the event as last requested.
  let latest = LatestText<Source>()

  private let runs: [Texts]

  /// Makes the texts of all rows.
  ///
  /// Complexity: O(seats).
  init(of event: Event) {
    runs = event.layout.rows.enumerated().map { run, row in
      var texts = Texts()
      if row.seating == .reserved {
        for place in 0..<row.count {
          texts.places.append(UInt8(ascii: "\""))
          texts.places += PlaceID.encode(section: row.section, row: row.row, seat: row.seatNumber(at: place))
          texts.places.append(UInt8(ascii: "\""))
          texts.placeEnds.append(Int32(texts.places.count))
        }
      }
      texts.ending = Self.ending(run, of: event)
      var writer = JSONWriter(reservingCapacity: texts.places.count * 2 + 256)
      Self.write(run, of: event, texts, isFree: { _ in true }, into: &writer)
      texts.whole = writer.bytes
      return texts
    }
  }

  /// Writes the entry of a run with its free seats.
  func write(_ run: Int, of event: Event, map: SeatMap, into list: inout JSONWriter) {
    if map.freeCount(inRow: run) == event.layout.rows[run].count {
      list.raw(runs[run].whole)
    } else {
      Self.write(run, of: event, runs[run], isFree: map.isFree, into: &list)
    }
  }

  private static func write(
    _ run: Int, of event: Event, _ texts: Texts, isFree: (Int) -> Bool, into list: inout JSONWriter
  ) {
    let layout = event.layout
    let row = layout.rows[run]
    let firstSeat = layout.firstSeats[run]
    let numbered = row.seating == .reserved ? 0..<row.count : 0..<0
    list.object { entry in
      entry.string(AvailabilityWire.section, row.section)
      entry.string(AvailabilityWire.row, row.row)
      entry.array(AvailabilityWire.seats) { list in
        for place in numbered where isFree(firstSeat + place) { list.integer(row.seatNumber(at: place)) }
      }
      entry.array(AvailabilityWire.places) { list in
        texts.places.withUnsafeBufferPointer { ids in
          for place in numbered where isFree(firstSeat + place) {
            let start = place == 0 ? 0 : Int(texts.placeEnds[place - 1])
            list.raw(UnsafeBufferPointer(rebasing: ids[start..<Int(texts.placeEnds[place])]))
          }
        }
      }
      entry.raw(texts.ending)
    }
  }

  private static func ending(_ run: Int, of event: Event) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { entry in
      writeAreas(of: event.layout.rows[run], in: event, into: &entry)
      entry.array(AvailabilityWire.attributes) { _ in }
      entry.bool(AvailabilityWire.hasEvenOddMix, event.layout.hasEvenOddMix[run])
    }
    // Without the braces, because the members go into another object.
    return Array(writer.bytes.dropFirst().dropLast())
  }

  private static func writeAreas(of row: SeatRow, in event: Event, into entry: inout JSONWriter) {
    if row.areas.isEmpty { return }
    entry.array(AvailabilityWire.areas) { list in
      for area in row.areas {
        let area = event.description.areas[area]
        list.object { entry in
          entry.string(AvailabilityWire.areaDescription, area.description)
          entry.string(AvailabilityWire.areaName, area.name)
          entry.string(AvailabilityWire.areaID, String(area.id))
          entry.string(AvailabilityWire.areaLabel, area.description)
        }
      }
    }
  }
}
