/// One thing that happens to a box office.
///
/// Only numbers: what they choose among is counted when the step is taken, and a number too large begins anew. So any
/// part of a list of steps is a list of steps, which is what shrinking needs. With nothing to choose from, nothing
/// happens.
enum BoxOfficeStep: Hashable, Sendable {
  /// A client reserves so many tickets of each type, in the order of the event's types.
  case reserve(client: Int, event: Int, quantities: [Int], SeatWish)
  /// A client pays one of its carts.
  case pay(client: Int, cart: Int, PaymentWish)
  /// A client chooses how one of its carts is delivered.
  case ship(client: Int, cart: Int, option: Int)
  /// A client buys one of its carts, paid or not.
  case commit(client: Int, cart: Int)
  /// A client gives one of its carts back.
  case delete(client: Int, cart: Int)
  /// Somebody asks for a cart that has ended.
  case askForEnded(cart: Int)
  /// An order is voided.
  case void(order: Int)
  /// A ticket that was bought is looked up, as a gate and Secure Render do.
  case scan(ticket: Int)
  /// Time passes.
  case advance(milliseconds: Int)
  /// Time passes until the very instant at which a hold ends, or the last one before it.
  case advanceToEnd(client: Int, cart: Int, isBefore: Bool)
  /// Everything is written down, and read into a new box office.
  case restore

  enum SeatWish: Hashable, Sendable {
    case anywhere
    case area(Int)
    /// The seats of a row from this one on.
    case places(row: Int, first: Int, orBest: Bool)
  }

  enum PaymentWish: Hashable, Sendable {
    case accepted, declined, oneCentTooMuch
  }
}

extension BoxOfficeStep {
  private static let clients = 6

  /// A step of any kind.
  static func random(using source: inout some RandomNumberGenerator) -> BoxOfficeStep {
    let client = Int.random(in: 0..<clients, using: &source)
    let choice = Int.random(in: 0..<1_000, using: &source)
    switch Int.random(in: 0..<1_000, using: &source) {
    case 0..<370:
      let groups = Int.random(in: 0..<4, using: &source) == 0 ? 2 : 1
      return .reserve(
        client: client, event: choice, quantities: (0..<groups).map { _ in Int.random(in: 1...4, using: &source) },
        wish(using: &source))
    case ..<560:
      let wishes: [PaymentWish] = [.accepted, .accepted, .accepted, .declined, .oneCentTooMuch]
      return .pay(client: client, cart: choice, wishes.randomElement(using: &source) ?? .accepted)
    case ..<600: return .ship(client: client, cart: choice, option: Int.random(in: 0..<4, using: &source))
    case ..<680: return .commit(client: client, cart: choice)
    case ..<800: return .delete(client: client, cart: choice)
    case ..<840: return .askForEnded(cart: choice)
    case ..<860: return .void(order: choice)
    case ..<900: return .scan(ticket: choice)
    case ..<965: return .advance(milliseconds: Int.random(in: 1...120_000, using: &source))
    case ..<985: return .advanceToEnd(client: client, cart: choice, isBefore: Bool.random(using: &source))
    case ..<990: return .advance(milliseconds: 86_400_000)
    default: return .restore
    }
  }

  private static func wish(using source: inout some RandomNumberGenerator) -> SeatWish {
    switch Int.random(in: 0..<8, using: &source) {
    case 0, 1: .area(Int.random(in: 0..<8, using: &source))
    case 2:
      .places(
        row: Int.random(in: 0..<100, using: &source), first: Int.random(in: 0..<30, using: &source),
        orBest: Bool.random(using: &source))
    default: .anywhere
    }
  }

  /// What shrinking tries instead: smaller numbers and plainer wishes.
  var simpler: [BoxOfficeStep] {
    switch self {
    case .reserve(let client, let event, let quantities, let wish):
      var steps = Self.smaller(client).map {
        BoxOfficeStep.reserve(client: $0, event: event, quantities: quantities, wish)
      }
      steps += Self.smaller(event).map { .reserve(client: client, event: $0, quantities: quantities, wish) }
      if quantities != [1] { steps.append(.reserve(client: client, event: event, quantities: [1], wish)) }
      if wish != .anywhere { steps.append(.reserve(client: client, event: event, quantities: quantities, .anywhere)) }
      return steps
    case .pay(let client, let cart, let wish):
      var steps = Self.smaller(client).map { BoxOfficeStep.pay(client: $0, cart: cart, wish) }
      steps += Self.smaller(cart).map { .pay(client: client, cart: $0, wish) }
      if wish != .accepted { steps.append(.pay(client: client, cart: cart, .accepted)) }
      return steps
    case .ship(let client, let cart, let option):
      return Self.smaller(client).map { .ship(client: $0, cart: cart, option: option) }
        + Self.smaller(cart).map { .ship(client: client, cart: $0, option: option) }
        + Self.smaller(option).map { .ship(client: client, cart: cart, option: $0) }
    case .commit(let client, let cart):
      return Self.smaller(client).map { .commit(client: $0, cart: cart) }
        + Self.smaller(cart).map { .commit(client: client, cart: $0) }
    case .delete(let client, let cart):
      return Self.smaller(client).map { .delete(client: $0, cart: cart) }
        + Self.smaller(cart).map { .delete(client: client, cart: $0) }
    case .askForEnded(let cart): return Self.smaller(cart).map { .askForEnded(cart: $0) }
    case .void(let order): return Self.smaller(order).map { .void(order: $0) }
    case .scan(let ticket): return Self.smaller(ticket).map { .scan(ticket: $0) }
    case .advance(let milliseconds): return Self.smaller(milliseconds).map { .advance(milliseconds: $0) }
    case .advanceToEnd(let client, let cart, let isBefore):
      return Self.smaller(client).map { .advanceToEnd(client: $0, cart: cart, isBefore: isBefore) }
        + Self.smaller(cart).map { .advanceToEnd(client: client, cart: $0, isBefore: isBefore) }
    case .restore: return []
    }
  }

  /// Numbers between nothing and this one, the smallest first.
  private static func smaller(_ number: Int) -> [Int] {
    number <= 0 ? [] : Set([0, 1, number / 2, number - 1]).filter { $0 < number }.sorted()
  }
}
