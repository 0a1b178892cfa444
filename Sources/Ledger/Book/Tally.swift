import Determinism

/// What is kept of one rule: how often it was broken, and some remarks.
struct Tally: Sendable {
  /// One remark.
  struct Remark: Sendable {
    var text: String
    /// 0 if time alone broke the rule.
    var request: UInt64
    var time: Instant
    var severity: Report.Severity?
    /// Why it is waived; nil if it is not.
    var waived: String?
  }

  /// How often it was broken and not waived.
  var count = 0
  /// How many of these were lighter than the rule.
  var light = 0
  /// How often it was broken under a waiver.
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
