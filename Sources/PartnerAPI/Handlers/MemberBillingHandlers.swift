import Ledger
import BoxOffice
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Members' billing methods on file.
enum MemberBillingHandlers {
  /// `GET /member/billing`; `cart_id` is not needed.
  static func list(_ call: inout Call) throws(APIError) -> Answer {
    let member = try call.member()
    let methods = call.withState { $0.boxOffice.methods(of: member) }
    let isOnFile = methods.contains { $0.id == MemberOnFile.methodID }
    return .json(reserving: 128 + methods.count * 512, decision: isOnFile ? .memberOnFile : nil) {
      MemberBillingWire.write(methods, into: &$0)
    }
  }

  /// `POST /member/billing`.
  static func add(_ call: inout Call) throws(APIError) -> Answer {
    let member = try call.member()
    var body = try call.body(MemberBillingWire.requestTable)
    let request = try MemberBillingWire.read(&body)
    call.noteCard(request.instrument)
    let instrument = call.opened(request.instrument)
    if instrument.isClearCard, call.steering.refusesClearCards {
      call.facts.isArranged = true
      throw call.notTaken(.payment(.unknownClearNumber))
    }
    let now = call.now
    let method: BillingMethod
    do throws(Refusal) {
      method = try call.withState { (state) throws(Refusal) in
        try state.boxOffice.addMethod(instrument, holder: request.holder, member: member, now: now)
      }
    } catch {
      throw call.notTaken(error)
    }
    return .json(decision: instrument.isClearCard ? .memberClearCard : nil) {
      MemberBillingWire.write(method, encryptionKey: instrument.encryptionKey, into: &$0)
    }
  }
}
