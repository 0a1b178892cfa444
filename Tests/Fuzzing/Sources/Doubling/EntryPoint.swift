import CWork
import Dispatch
import Synchronization

/// Measures every sample, or those that are named; the status is 1 if something grows too fast.
@_cdecl("main")
public func main(_ count: CInt, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) -> CInt {
  let names = (0..<Int(count)).dropFirst().compactMap { arguments[$0].map { String(cString: $0) } }
  let samples = Sample.all.filter { names.isEmpty || names.contains($0.name) }
  guard !samples.isEmpty else {
    print("no such request; there are \(Sample.all.map(\.name).joined(separator: ", "))")
    return 2
  }
  willcall_work_start()
  let sum = Mutex((lengths: 0, findings: 0))
  // Each thread counts its own work, so that all processors can help.
  DispatchQueue.concurrentPerform(iterations: samples.count) { place in
    var trial = Trial(samples[place])
    trial.run()
    sum.withLock { sum in
      sum.lengths += trial.lengths
      sum.findings += trial.findings.count
      for finding in trial.findings { print(finding) }
    }
  }
  let (lengths, findings) = sum.withLock { $0 }
  print("\(samples.count) requests, \(lengths) lengths doubled, \(findings) grow too fast")
  return findings == 0 ? 0 : 1
}
