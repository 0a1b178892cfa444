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
    ControlField("id", .text, "What X-Willcall-Request said."),
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
        ControlField("time", .instant, "The sandbox's time of the request."),
        ControlField("milliseconds", .number, "Real milliseconds that the work took."),
        ControlField("request", .named("JournalMessage", .object(message)), "What was asked."),
        ControlField(
          "response", .orNull(.named("JournalMessage", .object(message))), "What was answered, if all of it was sent."),
        ControlField(
          "unsent",
          .orNull(
            .named(
              "UnsentAnswer",
              .object([ControlField("status", .integer(100...599), "The status.")] + message))),
          "What would have been answered."),
        ControlField("scenario", .orNull(.text), "The scenario that fired."),
        ControlField("diagnosis", .orNull(.text), "What was wrong or special."),
        ControlField("fidelity", .text, "How well the answer is founded."),
      ]))
  static let entries: ControlSchema = .named(
    "Journal", .object([ControlField("requests", .list(entry), "The requests, the oldest first.")]))

  private static func count(_ name: String, _ about: String) -> ControlField {
    ControlField(name, .integer(0...1_000_000), about, required: false)
  }
  private static let times: ControlSchema = .named(
    "Times",
    .object([
      count("exactly", "Just so many."), count("atLeast", "So many or more."), count("atMost", "So many or fewer."),
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
        ]), "What requests must be like.", required: false),
      ControlField("times", times, "How many there must be; one at least if absent.", required: false),
    ]))

  static let verified: ControlSchema = .named(
    "VerificationPassed",
    .object([
      ControlField("ok", .flag, "true."), ControlField("count", .integer(), "How many requests were right."),
    ]))
  static let notVerified: ControlSchema = .named(
    "VerificationFailed",
    .object([
      ControlField("ok", .flag, "false."), ControlField("count", .integer(), "How many requests were right."),
      ControlField("expected", times, "How many there had to be."),
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
                    ])), "What was not as expected.")
              ]))), "The requests that came nearest, five at most."),
    ]))
}
