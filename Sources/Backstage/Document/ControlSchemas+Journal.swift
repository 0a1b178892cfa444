import PartnerVocabulary
import Sandboxes

extension ControlSchemas {
  static let operation: ControlSchema = .choice(Operation.allCases.map(\.rawValue))
  static let outcome: ControlSchema = .choice(ExchangeOutcome.allCases.map(\.rawValue))

  private static let message = [
    ControlField("headers", .dictionary(.text), "The header fields."),
    ControlField("body", .anything, "The body: JSON, text, or null."),
  ]
  private static let identity = [
    ControlField("id", .text, "The value of X-Willcall-Request."),
    ControlField("operation", .orNull(operation), "The operation."),
    ControlField("method", .orNull(.text), "The method."),
    ControlField("path", .orNull(.text), "The path with the query."),
    ControlField("outcome", outcome, "What became of the answer."),
    ControlField("status", .orNull(.integer(100...599)), "The status that the client got."),
  ]

  static let entry: ControlSchema = .named(
    "JournalEntry",
    .object(
      identity + [
        ControlField("protocol", .choice(["HTTP/1.0", "HTTP/1.1", "HTTP/2"]), "The version of HTTP."),
        ControlField("time", .instant, "The sandbox's time of the request."),
        ControlField("milliseconds", .number, "Real milliseconds of processing."),
        ControlField("request", .named("JournalMessage", .object(message)), "The request."),
        ControlField(
          "response", .orNull(.named("JournalMessage", .object(message))), "The answer, if all of it was sent."),
        ControlField(
          "unsent",
          .orNull(
            .named(
              "UnsentAnswer",
              .object([ControlField("status", .integer(100...599), "The status.")] + message))),
          "The answer that was not sent."),
        ControlField("scenario", .orNull(.text), "The scenario that fired."),
        ControlField("diagnosis", .orNull(.text), "What was wrong or special."),
        ControlField("fidelity", .text, "How well the documents support the answer."),
      ]))
  static let entries: ControlSchema = .named(
    "Journal", .object([ControlField("requests", .list(entry), "The requests, the oldest first.")]))

  private static func count(_ name: String, _ about: String) -> ControlField {
    ControlField(name, .integer(0...1_000_000), about, required: false)
  }
  private static let times: ControlSchema = .named(
    "Times",
    .object([
      count("exactly", "Exactly this many."), count("atLeast", "This many or more."),
      count("atMost", "This many or fewer."),
    ]))
  static let verification: ControlSchema = .named(
    "Verification",
    .object([
      ControlField("operation", operation, "The operation.", required: false),
      ControlField(
        "where",
        .object([
          ControlField(
            "status", .either([.integer(100...599), .text]), "A status, or a class such as 4xx.", required: false),
          ControlField("outcome", outcome, "The outcome.", required: false),
          ControlField("account", .text, "The account.", required: false),
          ControlField("event", .text, "The id or an alias of the event.", required: false),
          ControlField("header", .dictionary(.text), "Header fields and their values.", required: false),
          ControlField("body", .dictionary(.anything), "JSON Pointers and values.", required: false),
        ]), "What requests must match.", required: false),
      ControlField("times", times, "How many there must be; at least one by default.", required: false),
    ]))

  static let verified: ControlSchema = .named(
    "VerificationPassed",
    .object([
      ControlField("ok", .flag, "true."), ControlField("count", .integer(), "How many requests matched."),
    ]))
  static let notVerified: ControlSchema = .named(
    "VerificationFailed",
    .object([
      ControlField("ok", .flag, "false."), ControlField("count", .integer(), "How many requests matched."),
      ControlField("expected", times, "How many were expected."),
      ControlField(
        "nearMisses",
        .list(
          .named(
            "NearMiss",
            .object(
              identity + [
                ControlField(
                  "failed",
                  .list(
                    .object([
                      ControlField("criterion", .text, "What was compared."),
                      ControlField("expected", .anything, "What was expected."),
                      ControlField("found", .anything, "What was found."),
                    ])), "What did not match.")
              ]))), "The requests that came closest, at most five."),
    ]))
}
