import Determinism
import EntryCode
import Testing

/// How well a code fits the time: by steps of fifteen seconds, whatever the device's habits are.
@Suite struct CodeAgeTests {
  private static let customerKey = [UInt8](1...20)
  private static let eventKey = [UInt8](21...40)
  /// The beginning of a step.
  private static let drawn: Int64 = 1_575_000_000

  /// How a device makes a payload.
  enum Habit: CaseIterable {
    /// Its seconds as they are.
    case web
    /// The beginning of the step.
    case iOS
    /// Counters as long as the key, no seconds.
    case android
    /// A token without `ek`.
    case customerOnly
  }

  /// What a device draws some seconds into the step.
  private static func passwords(_ habit: Habit, second: Int64) throws -> ScannedPayload.Passwords {
    let width = habit == .android ? 20 : 8
    let counter = UInt64((drawn + second) / 15)
    let customer = OneTimePassword(key: customerKey).password(counter: counter, width: width)
    let event = OneTimePassword(key: eventKey).password(counter: counter, width: width)
    let text =
      switch habit {
      case .web: "t::\(event)::\(customer)::\(drawn + second)"
      case .iOS: "t::\(event)::\(customer)::\((drawn + second) / 15 * 15)"
      case .android: "t::\(event)::\(customer)"
      case .customerOnly: "t::\(customer)"
      }
    return try #require(ScannedPayload(text)?.passwords)
  }

  private static func age(_ passwords: ScannedPayload.Passwords, seconds: Int64) -> CodeAge {
    CodeAge(
      of: passwords, customerKey: customerKey, eventKey: eventKey, at: Instant(secondsSinceEpoch: drawn + seconds))
  }

  /// Drawn at the start of a step; the neighbours of every limit.
  @Test(
    arguments: [
      (0, .fresh), (14, .fresh), (29, .fresh), (30, .skewed(secondsBehind: 30)), (44, .skewed(secondsBehind: 30)),
      (45, .skewed(secondsBehind: 45)), (134, .skewed(secondsBehind: 120)),
      (-1, .fresh), (-15, .fresh), (-16, .skewed(secondsBehind: -30)), (-120, .skewed(secondsBehind: -120)),
    ] as [(Int64, CodeAge)], Habit.allCases)
  func isJudgedByTheStep(scan: (seconds: Int64, age: CodeAge), habit: Habit) throws {
    // Whenever in the step it was drawn.
    for second: Int64 in [0, 7, 14] {
      let passwords = try Self.passwords(habit, second: second)
      #expect(Self.age(passwords, seconds: scan.seconds) == scan.age)
    }
  }

  @Test(arguments: [135, 86_400, -121] as [Int64], Habit.allCases)
  func isStaleBeyondTwoMinutes(seconds: Int64, habit: Habit) throws {
    let age = Self.age(try Self.passwords(habit, second: 3), seconds: seconds)
    let behind: Int64? = habit == .web || habit == .iOS ? (seconds < 0 ? -135 : seconds) : nil
    #expect(age == .stale(secondsBehind: behind))
  }

  @Test func doesNotBelieveSecondsThatThePasswordsContradict() throws {
    let honest = try Self.passwords(.web, second: 0)
    let event = try #require(honest.event)
    let forged = try #require(ScannedPayload("t::\(event)::\(honest.customer)::\(Self.drawn + 3_600)")?.passwords)
    #expect(Self.age(forged, seconds: 3_600) == .stale(secondsBehind: nil))
    #expect(Self.age(forged, seconds: 0) == .fresh, "the passwords count")
  }

  @Test func bothPasswordsHaveToBeRightAndOfOneStep() throws {
    let now = try Self.passwords(.android, second: 0)
    let next = try Self.passwords(.android, second: 15)
    let event = try #require(next.event)
    let mixed = try #require(ScannedPayload("t::\(event)::\(now.customer)")?.passwords)
    #expect(Self.age(mixed, seconds: 0) == .stale(secondsBehind: nil))
  }

  @Test func timesBefore1970AreTheFirstStep() throws {
    let passwords = try #require(
      ScannedPayload("t::\(OneTimePassword(key: Self.customerKey).password(counter: 0))")?.passwords)
    let age = CodeAge(
      of: passwords, customerKey: Self.customerKey, eventKey: Self.eventKey, at: Instant(secondsSinceEpoch: -100))
    #expect(age == .fresh)
  }
}
