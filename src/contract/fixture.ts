import * as Schema from "effect/Schema"

/** A place where an exchange and its operation's document differ. */
export const Finding = Schema.Struct({
  /**
   * A JSON Pointer (RFC 6901) into the exchange; after `/body` it goes on into the body. A name that the document does
   * not know stands in it as `(unknown name)`.
   */
  pointer: Schema.String,
  /**
   * The JSON Schema keyword that does not hold, or `status`, `content-type`, `json`, `schema`, `target`, `parameter`; of
   * a body that is not compared `depth`, `size` or `unicode`.
   */
  rule: Schema.String,
  expected: Schema.String,
  got: Schema.String,
})
export type Finding = typeof Finding.Type

const Headers = Schema.Record(Schema.String, Schema.String)

export const RecordedRequest = Schema.Struct({
  method: Schema.String,
  /** Path and query as they were sent. */
  target: Schema.String,
  headers: Headers,
  body: Schema.String,
})
export type RecordedRequest = typeof RecordedRequest.Type

export const RecordedResponse = Schema.Struct({
  status: Schema.Number,
  headers: Headers,
  body: Schema.String,
})
export type RecordedResponse = typeof RecordedResponse.Type

/** What came of a request: a response, a connection that failed, or nothing within the time limit. */
export const Answer = Schema.Union([RecordedResponse, Schema.Literals(["unreachable", "silence"])])
export type Answer = typeof Answer.Type

/** How an operation's program ends: with a value, or with a reason and its outcome. */
export const Ending = Schema.Union([
  Schema.Struct({ success: Schema.Json }),
  Schema.Struct({ outcome: Schema.String, reason: Schema.Json }),
])
export type Ending = typeof Ending.Type

/** One recorded exchange, with its provenance. It holds no secret, no token, and nothing that varies from run to run. */
export const Fixture = Schema.Struct({
  operation: Schema.String,
  scenario: Schema.String,
  provenance: Schema.Struct({
    source: Schema.Literals(["sandbox", "emulator", "published-example"]),
    /** The day, in UTC. */
    recorded: Schema.String,
    host: Schema.String,
    /** SHA-256 of what the document said of the operation. */
    spec: Schema.String,
    recorder: Schema.Number,
  }),
  /** `null` where the program sends nothing. */
  exchange: Schema.NullOr(Schema.Struct({ request: RecordedRequest, response: Answer })),
  ending: Ending,
  /** Where the exchange departs from the document: on purpose, to show it, or nothing would have been recorded. */
  departures: Schema.Array(Finding),
})
export type Fixture = typeof Fixture.Type
