import HTTPTypes
import HTTPWire
import Sandboxes
import Testing

@testable import PartnerAPI

/// Requests that a connection sends again, of which route, key and body are known.
@Suite struct RepeatedRequestTests {
  private static let user = "783412345"
  private static let ticket =
    #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}"#

  /// A connection: what it knows of its last request.
  private struct Line {
    let partner: Partner
    let head = Recollection()
    let content = Recollection()

    func render(
      _ body: String, key: String = "partner-one", fields: FieldSection = [:], knowing isKnown: Bool = true
    ) throws -> ServedAnswer {
      var fields = fields
      fields.append(HTTPField(name: try #require(HTTPField.Name("x-user-id")), value: RepeatedRequestTests.user))
      var request = try Request(
        .post, "/marketplace/v1/securerender?apikey=\(key)", fields: fields, body: Array(body.utf8))
      if isKnown { (request.headRecollection, request.contentRecollection) = (head, content) }
      return ServedAnswer(partner.service.respond(to: request))
    }
  }

  @Test func eachAnswerIsThatOfARequestReadAnew() throws {
    let body = Partner.rendering([Self.ticket])
    let (known, anew) = (Line(partner: try Partner()), Line(partner: try Partner()))
    for _ in 0..<4 {
      let answer = try known.render(body)
      let other = try anew.render(body, knowing: false)
      #expect(answer.status == 200)
      #expect(answer.bytes == other.bytes && answer.fields == other.fields)
    }
    #expect(known.content.reading is RenderReading && known.head.reading is Approach)
    #expect(known.partner.sandbox.journal.entries.map(\.number) == [1, 2, 3, 4])
  }

  /// Both are refused or remarked on each time, though nothing about the body has changed.
  @Test func whatIsWrongIsToldEachTime() throws {
    let line = Line(partner: try Partner())
    let faulty = Partner.rendering([Self.ticket.replacing(#""row":"17","#, with: "")])
    let odd = Partner.rendering([Self.ticket.replacing(#""row""#, with: #""colour":"red","row""#)])
    for body in [faulty, odd] {
      let other = Line(partner: line.partner)
      let answers = try (0..<3).map { _ in try other.render(body) }
      #expect(Set(answers.map(\.status)).count == 1)
      #expect(Set(answers.map(\.diagnosis)).count == 1)
      #expect(answers[0].diagnosis != nil)
    }
    for _ in 0..<2 { try line.render("[]").expectError(400, 10_002, "Invalid input data type") }
    for _ in 0..<2 { #expect(try line.render("{").status == 400) }
  }

  @Test func codedBodyIsRefusedThoughItsBytesAreKnown() throws {
    let line = Line(partner: try Partner())
    let body = Partner.rendering([Self.ticket])
    #expect(try line.render(body).status == 200)
    #expect(try line.render(body, fields: [.contentEncoding: "gzip"]).status == 415)
  }

  /// What is known is the key, not its sandbox, which may be dropped.
  @Test func droppedSandboxIsMadeAgain() throws {
    let partner = try Partner(limit: 8)
    let line = Line(partner: partner)
    let body = Partner.rendering([Self.ticket])
    #expect(try line.render(body).status == 200)
    for number in 0..<20 { _ = partner.with(key: "other-\(number)").sandbox }
    #expect(partner.service.directory.existing(partner.key) == nil)
    #expect(try line.render(body).status == 200)
    #expect(partner.service.directory.existing(partner.key)?.replacesEvicted == true)
  }
}
