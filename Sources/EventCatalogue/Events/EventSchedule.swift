public import Determinism

/// When an event takes place and when it is on sale, counted from the day a sandbox starts.
///
/// Days are calendar days in the event's zone, so a fixture stays in the future whenever it is used.
public struct EventSchedule: Sendable, Hashable {
  /// Days from the sandbox's start to the day of the event.
  public var startsAfterDays: Int
  /// The local time at which the event starts.
  public var time: CivilTime
  /// Days from the sandbox's start to the onsale, usually negative; the sale opens at 10:00 local time.
  public var onsaleAfterDays: Int
  /// Days from the sandbox's start to the end of the sale at 10:00 local time; `nil`: the event's start.
  public var offsaleAfterDays: Int?

  /// Makes a schedule.
  public init(startsAfterDays: Int, time: CivilTime, onsaleAfterDays: Int, offsaleAfterDays: Int? = nil) {
    self.startsAfterDays = startsAfterDays
    self.time = time
    self.onsaleAfterDays = onsaleAfterDays
    self.offsaleAfterDays = offsaleAfterDays
  }

  /// The dates of an event for a sandbox that started at a given instant.
  public struct Dates: Sendable, Hashable {
    /// The event's date in its zone.
    public var localDate: CivilDate
    /// The event's start.
    public var start: Instant
    /// The beginning of the sale.
    public var onsale: Instant
    /// The end of the sale.
    public var offsale: Instant
  }

  /// Computes the dates for a sandbox.
  ///
  /// - Parameters:
  ///   - sandboxStart: the instant at which the sandbox's clock started.
  ///   - zone: the event's zone.
  public func dates(sandboxStart: Instant, zone: VenueZone) -> Dates {
    let today = zone.local(sandboxStart).date
    let opening = CivilTime(hour: 10, minute: 0, second: 0)
    let day = today.adding(days: startsAfterDays)
    let start = zone.instant(of: CivilDateTime(date: day, time: time))
    let onsale = zone.instant(of: CivilDateTime(date: today.adding(days: onsaleAfterDays), time: opening))
    let offsale = offsaleAfterDays.map {
      zone.instant(of: CivilDateTime(date: today.adding(days: $0), time: opening))
    }
    return Dates(localDate: day, start: start, onsale: onsale, offsale: offsale ?? start)
  }
}
