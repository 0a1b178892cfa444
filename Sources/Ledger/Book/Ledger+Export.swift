import Determinism
public import JSONText

extension Ledger {
  /// Writes the ledger as a JSON object for ``init(restoring:)``; whatever depends on real time is left out.
  public func export(into writer: inout JSONWriter) {
    writer.object { object in
      object.integer("version", Rule.version)
      object.integer("calls", calls)
      object.integer("unauthorized", unauthorized)
      // As text, because most JSON readers keep only 53 of the 64 bits.
      object.string("firstEvent", String(firstEvent))
      object.bool("severalEvents", hasSeveralEvents)
      object.array("exercised") { list in
        for place in Rule.all.indices where exercised.contains(place) { list.string(Rule.all[place].id) }
      }
      object.array("steps") { list in
        for place in steps.indices where steps[place].count > 0 {
          list.object { step in
            step.string("step", Step.allCases[place].name)
            step.integer("count", steps[place].count)
            step.integer("first", steps[place].first)
          }
        }
      }
      object.array("rules") { list in
        for (place, tally) in tallies { Self.write(tally, of: Rule.all[place], into: &list) }
      }
      object.array("lostCommits") { list in
        for (request, outcome) in lostCommits.elements {
          list.object { commit in
            commit.integer("request", request)
            commit.string("outcome", outcome.rawValue)
          }
        }
      }
      object.array("waivers") { list in
        for (waiver, isUsed) in waivers {
          list.object { entry in
            entry.string("rule", waiver.rule)
            entry.string("reason", waiver.reason)
            entry.bool("used", isUsed)
          }
        }
      }
      object.array("memories") { list in
        for (slot, memory) in memories.enumerated() { Self.write(memory.rows, of: Rule.remembering[slot], into: &list) }
      }
    }
  }

  private static func write(_ rows: [[Int64]], of place: Int, into list: inout JSONWriter) {
    if rows.isEmpty { return }
    list.object { entry in
      entry.string("rule", Rule.all[place].id)
      entry.array("rows") { list in
        for row in rows {
          list.array { numbers in
            for number in row { numbers.string(String(number)) }
          }
        }
      }
    }
  }

  private static func write(_ tally: Tally, of rule: Rule, into list: inout JSONWriter) {
    list.object { entry in
      entry.string("rule", rule.id)
      entry.integer("count", tally.count)
      entry.integer("light", tally.light)
      entry.integer("waived", tally.waivedCount)
      entry.array("remarks") { remarks in
        for remark in tally.remarks.elements + tally.waivedRemarks.elements { write(remark, into: &remarks) }
      }
    }
  }

  private static func write(_ remark: Tally.Remark, into list: inout JSONWriter) {
    list.object { entry in
      entry.integer("request", remark.request)
      entry.string("time", remark.time.rfc3339)
      entry.string("received", remark.text)
      if let severity = remark.severity { entry.string("severity", severity.rawValue) }
      if let waived = remark.waived { entry.string("waived", waived) }
    }
  }
}
