/** The rows of the failure table, as an emulator can bring them about, and what a program makes of each. */
import { expect } from "vitest"
import type { Policy, ProviderError, Reason } from "../src/index.ts"
import type { Fault } from "./emulator/fault.ts"
import type { Program } from "./programs.ts"

export interface Situation {
  readonly name: string
  readonly fault: Fault | "refused"
  /** The reason's tag and what it carries; `undefined` is what it does not. */
  readonly reason: { readonly _tag: Reason["_tag"] } & Readonly<Record<string, unknown>>
  readonly outcome: ProviderError["outcome"]
  /** Exchanges with the provider. */
  readonly attempts: number
  readonly policy?: Partial<Policy>
}

type Status = Extract<Fault, { kind: "status" }>
const status = (code: number, more: Omit<Status, "kind" | "status"> = {}): Status => ({
  kind: "status",
  status: code,
  ...more,
})

const hour = 3_600_000
const date = (ms: number) => new Date(Date.now() + ms).toUTCString()

const rejections = ({ provider }: Program): ReadonlyArray<Situation> => {
  const said =
    provider === "PayNow"
      ? { code: expect.stringMatching(/^\w+$/), traceId: expect.stringMatching(/^[0-9a-f]{32}$/) }
      : {}
  const invalid =
    provider === "PayNow"
      ? {
          body: {
            code: "validation_error",
            errors: [{ code: "min", message: "too few", path: "lines.0.quantity", validation: "min" }],
            message: "Look at errors",
            status: 422,
            trace_id: "4bf92f3577b34da6",
          },
          reason: {
            code: "validation_error",
            issues: [{ message: "too few", path: ["lines", "0", "quantity"] }],
            message: "Look at errors",
            traceId: "4bf92f3577b34da6",
          },
        }
      : {
          body: { detail: [{ loc: ["body", "lines", 0], msg: "too few", type: "min" }] },
          reason: { issues: [{ message: "too few", path: ["body", "lines", 0] }] },
        }
  const rejected = (name: string, fault: Status, carried: object, attempts = 1): Situation => ({
    attempts,
    fault,
    name,
    outcome: "not-applied",
    reason: { _tag: "Rejected", status: fault.status, ...carried },
  })
  /** Said by somebody who may have passed the request on. */
  const unclear = (...row: Parameters<typeof rejected>): Situation => ({
    ...rejected(...row),
    outcome: "unknown",
  })
  return [
    ...[400, 404, 409, 410].map((code) =>
      rejected(`${code}`, status(code), { issues: [], message: expect.stringMatching(/\w/), ...said }),
    ),
    rejected("422 with issues", status(422, { body: invalid.body }), invalid.reason),
    rejected("400 that says nothing", status(400, { body: "" }), { message: expect.stringContaining("400") }),
    rejected("425", status(425), { issues: [] }, 4),
    // Not 407: Node's `fetch` makes a failed connection of it.
    ...[402, 423, 424, 460, 499].map((code) => unclear(`${code}`, status(code), { issues: [] })),
    unclear("418 in HTML", status(418, { body: "<h1>no</h1>" }), { issues: [] }),
    rejected("400 that says something else", status(400, { body: { errors: 7 } }), { issues: [] }),
    ...[401, 403].map((code): Situation => ({
      attempts: 1,
      fault: status(code),
      name: `${code}`,
      outcome: "not-applied",
      reason: { _tag: "Unauthorized", message: expect.stringMatching(/\w/), status: code },
    })),
  ]
}

const limits: ReadonlyArray<Situation> = [
  { attempts: 4, name: "429", retryAfter: undefined, says: undefined },
  { attempts: 4, name: "429 with no seconds", retryAfter: 0, says: "0" },
  { attempts: 4, name: "429 with a date that is past", retryAfter: 0, says: date(-hour) },
  { attempts: 4, name: "429 with a Retry-After that says nothing", retryAfter: undefined, says: "soon" },
  { attempts: 1, name: "429 with seconds beyond the deadline", retryAfter: 60_000, says: "60" },
  {
    attempts: 1,
    name: "429 with a date beyond the deadline",
    retryAfter: expect.toSatisfy((ms: number) => ms > hour && ms <= 2 * hour),
    says: date(2 * hour),
  },
].map(({ attempts, name, retryAfter, says }) => ({
  attempts,
  fault: status(429, says === undefined ? {} : { retryAfter: says }),
  name,
  outcome: "not-applied",
  reason: { _tag: "RateLimited", retryAfter },
}))

const outages = ({ provider, repeatable }: Program): ReadonlyArray<Situation> => {
  const retried = repeatable ? 4 : 1
  const traceId = provider === "PayNow" ? expect.stringMatching(/^[0-9a-f]{32}$/) : undefined
  const unavailable = (name: string, fault: Fault, attempts: number, carried: object): Situation => ({
    attempts,
    fault,
    name,
    outcome: "unknown",
    reason: { _tag: "Unavailable", ...carried },
  })
  const unreachable = (name: string, fault: Situation["fault"]): Situation => ({
    attempts: retried,
    fault,
    name,
    outcome: "unknown",
    reason: { _tag: "Unreachable" },
  })
  const late = (name: string, fault: Fault): Situation => ({
    attempts: 1,
    fault,
    name: `${name} past the deadline`,
    outcome: "unknown",
    // A wait of no length after a timer that rang a moment early would leave time for a second attempt.
    policy: { deadline: 400, firstDelay: hour, longestDelay: hour },
    reason: { _tag: "TimedOut", elapsed: expect.any(Number) },
  })
  return [
    ...[408, 500, 502, 503, 504].map((code) =>
      unavailable(`${code}`, status(code), retried, { retryAfter: undefined, status: code, traceId }),
    ),
    unavailable("502 in HTML", { kind: "html", status: 502 }, retried, { status: 502, traceId: undefined }),
    unavailable("503 with Retry-After", status(503, { retryAfter: "0" }), retried, { retryAfter: 0 }),
    unavailable("503 with Retry-After beyond the deadline", status(503, { retryAfter: "60" }), 1, {
      retryAfter: 60_000,
      status: 503,
    }),
    unreachable("a refused connection", "refused"),
    unreachable("a reset before the request is read", { kind: "reset-before" }),
    unreachable("a reset after the request is read", { kind: "reset-after" }),
    unreachable("a body that breaks off", { kind: "broken-off" }),
    late("silence", { kind: "delay", ms: hour }),
    late("a body that drips", { kind: "drip", ms: 60_000 }),
    ...(repeatable
      ? [
          {
            ...late("attempts", { kind: "delay", ms: hour }),
            attempts: 2,
            name: "attempts that take too long",
            policy: { attemptTimeout: 300, attempts: 2 },
          },
        ]
      : []),
  ]
}

const violations = ({ data, provider, result }: Program): ReadonlyArray<Situation> => {
  const violation = (name: string, fault: Fault, carried: object): Situation => ({
    attempts: 1,
    fault,
    name,
    outcome: "unknown",
    reason: { _tag: "ContractViolation", status: 200, ...carried },
  })
  const declined = (name: string, fault: Fault, message: string): Situation => ({
    attempts: 1,
    fault,
    name,
    outcome: "unknown",
    reason: { _tag: "Declined", message: expect.stringContaining(message) },
  })
  const at = (name: string) => ({
    issues: [{ message: expect.any(String), path: [...data.split("/").slice(1), name] }],
  })
  const notJson = { issues: [{ message: expect.stringContaining("JSON"), path: [] }] }
  return [
    violation("HTML", { kind: "html" }, { ...notJson, contentType: "text/html" }),
    violation("truncated JSON", { kind: "truncated" }, { ...notJson, contentType: "application/json" }),
    violation("no body", { body: "", kind: "status", status: 200 }, notJson),
    violation("204", status(204), { ...notJson, status: 204 }),
    violation("null", { body: null, kind: "status", status: 200 }, { issues: [{ path: [] }] }),
    violation("302", status(302), { issues: [{ path: [] }], status: 302 }),
    ...Object.entries(result).flatMap(([name, wrong]) => [
      violation(
        `no ${name}`,
        { kind: "patch", patch: [{ op: "remove", path: `${data}/${name}` }] },
        at(name),
      ),
      ...[null, 7, [], ...(wrong === undefined ? [] : [wrong])].map((value) =>
        violation(
          `${name}: ${JSON.stringify(value)}`,
          { kind: "patch", patch: [{ op: "replace", path: `${data}/${name}`, value }] },
          at(name),
        ),
      ),
    ]),
    ...(provider === "PayNow"
      ? []
      : [
          declined("success: false", { kind: "unsuccessful", message: "Not today." }, "Not today."),
          declined(
            "success: false with data",
            { kind: "patch", patch: [{ op: "replace", path: "/success", value: false }] },
            "",
          ),
          declined("data: null", { kind: "no-data" }, ""),
          declined("no data", { kind: "patch", patch: [{ op: "remove", path: "/data" }] }, ""),
        ]),
  ]
}

/** Every situation that a program can get into. Of an open breaker nothing is here: it is composed around the programs. */
export const situations = (program: Program): ReadonlyArray<Situation> => [
  ...rejections(program),
  ...limits,
  ...outages(program),
  ...violations(program),
]
