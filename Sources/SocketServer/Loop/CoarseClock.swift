import HTTPWire

/// A clock that counts sweeps over the connections, so that a timer costs neither a system call nor an allocation.
///
/// Deadlines are never early, and at most two ticks late.
struct CoarseClock {
  /// The time between two ticks: an eighth of the shortest time limit, but at least 2 ms and at most 1 s.
  let interval: Duration

  private(set) var tick: UInt64 = 0

  private let idleTicks: UInt64
  private let headerTicks: UInt64
  private let bodyTicks: UInt64
  private let writeTicks: UInt64
  private let lingerTicks: UInt64
  private let pulseTicks: UInt64

  init(limits: Limits) {
    let timers: [ConnectionMachine.Timer] = [.idle, .header, .body, .write, .linger]
    let shortest = timers.map { $0.duration(in: limits) }.min() ?? .seconds(1)
    let interval = min(max(shortest / 8, .milliseconds(2)), .seconds(1))
    func ticks(_ timer: ConnectionMachine.Timer) -> UInt64 {
      // One more, because the current tick has already begun.
      UInt64((timer.duration(in: limits) / interval).rounded(.up)) + 1
    }
    self.interval = interval
    idleTicks = ticks(.idle)
    headerTicks = ticks(.header)
    bodyTicks = ticks(.body)
    writeTicks = ticks(.write)
    lingerTicks = ticks(.linger)
    pulseTicks = ticks(.pulse)
  }

  mutating func advance() {
    tick += 1
  }

  func deadline(of timer: ConnectionMachine.Timer) -> UInt64 {
    switch timer {
    case .idle: tick + idleTicks
    case .header: tick + headerTicks
    case .body: tick + bodyTicks
    case .write: tick + writeTicks
    case .linger: tick + lingerTicks
    case .pulse: tick + pulseTicks
    }
  }
}
