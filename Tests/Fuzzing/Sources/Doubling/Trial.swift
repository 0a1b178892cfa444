/// One sample, each of whose parts is doubled.
struct Trial {
  private let sample: Sample
  /// How many lengths were doubled.
  private(set) var lengths = 0
  /// What grows too fast.
  private(set) var findings: [String] = []

  /// The longest content that is sent, in bytes: what a server takes.
  private static let bodyLimit = 1_048_576

  init(_ sample: Sample) {
    self.sample = sample
  }

  /// Measures every part; where one is found at fault, no longer one is tried.
  mutating func run() {
    let message = sample.make(World())
    // What is made once and kept is made now.
    _ = work(message)
    for variant in Variant.all(of: message) {
      for size in variant.sizes {
        let large = variant.make(2 * size)
        guard large.bytes.count <= Self.bodyLimit else { continue }
        lengths += 1
        let work = (half: work(variant.make(size)), whole: work(large))
        guard let excess = work.whole.excess(over: work.half), goesOn(variant, size, work) else { continue }
        findings.append("\(sample.name), \(variant.name): of \(size) and \(2 * size) bytes: \(excess)")
        break
      }
    }
  }

  /// Whether work grows too fast the other time too: what needs another buffer, say, is more once, and not each time.
  private func goesOn(_ variant: Variant, _ size: Int, _ work: (half: Work, whole: Work)) -> Bool {
    guard variant.canGrow else { return work.half.excess(over: self.work(variant.make(size / 2))) != nil }
    return self.work(variant.make(4 * size)).excess(over: work.whole) != nil
  }

  /// What a new world does to answer, and then to show what it was asked.
  private func work(_ message: Message) -> Work {
    let world = World()
    _ = sample.make(world)
    let bytes = message.bytes
    let journal = Message("GET", "/__willcall/requests?apikey=k").bytes
    return Work.of {
      world.answer(bytes)
      world.answer(journal)
    }
  }
}
