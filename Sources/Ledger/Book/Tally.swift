import Determinism

/// What is kept for one rule: how often it was broken, and some remarks.
struct Tally: Sendable {
  /// One remark.
  struct Remark: Sendable {
    var text: String
    /// 0 if the rule was broken merely by time passing.
    var request: UInt64
    var time: Instant
    var severity: Report.Severity?
    /// Why it is waived; nil if it is not.
    var waived: String?
  }

  /// How many breaches were not waived.
  var count = 0
  /// How many of those were lighter than the rule's own severity.
  var light = 0
  /// How many breaches were waived.
  var waivedCount = 0
  var remarks = FirstAndNewest<Remark>()
  var waivedRemarks = FirstAndNewest<Remark>()

  mutating func add(_ remark: Remark) {
    if remark.waived != nil {
      waivedCount += 1
      waivedRemarks.add(remark)
    } else {
      count += 1
      if remark.severity != nil { light += 1 }
      remarks.add(remark)
    }
  }
}
