import type { Json } from "./document.ts"
import type { Scenario } from "./scenario.ts"

/**
 * What is particular to an operation in the situations that every operation can come into. `at`, `property` and
 * `enveloped` only serve the situations that need an emulator.
 */
export interface Particulars {
  readonly valid: Scenario["input"]
  /** Refused by the program, and by the provider where the program is told to let it pass. */
  readonly invalid: Scenario["input"]
  /** Credentials that no provider knows. */
  readonly wrongCredentials: Readonly<Record<string, string>>
  /** What a success leaves behind at a provider. */
  readonly leaves: string
  /** A success's object as a JSON Pointer, and a required property of it that is a string. */
  readonly at: string
  readonly property: string
  /** Whether answers come in an envelope that can say `success: false`. */
  readonly enveloped: boolean
}

/** Those that a provider can be brought into by what it is sent. */
export const situationsAtProvider = ({
  invalid,
  leaves,
  valid,
  wrongCredentials,
}: Particulars): ReadonlyArray<Scenario> => [
  { expect: "success", input: valid, leaves, name: "success" },
  { expect: "InvalidRequest", input: invalid, leaves: "nothing", name: "invalid" },
  { expect: "Rejected", input: invalid, leaves: "nothing", name: "rejected", unchecked: true },
  {
    configuration: wrongCredentials,
    expect: "Unauthorized",
    input: valid,
    leaves: "nothing",
    name: "unauthorized",
  },
]

/**
 * The situations that every operation can come into, as scenarios. `success`, `invalid`, `rejected` and `unauthorized`
 * are performed at a provider; all others have a `fault` and need a target with an emulator that is told of it in
 * `prepare`. This package has none: `sandboxes` performs the four, and `contract.scenarios.filter(target.performs)` are
 * what can be recorded.
 *
 * The faults are objects by their `kind`: `status` (`status`, and `retryAfter` for the header), `html` (a page, with
 * `status` or 200), `delay` (of `ms`), `reset-after` (the connection breaks once the request is read), `truncated` (JSON
 * cut in the middle), `patch` (of a success's body, by a JSON Patch), and of an envelope `unsuccessful`
 * (`success: false`) and `no-data` (`data: null`).
 */
export const situations = (particulars: Particulars): ReadonlyArray<Scenario> => {
  const { at, enveloped, property, valid } = particulars
  const emulated = (name: string, expect: Scenario["expect"], fault: Json): Scenario => ({
    expect,
    fault,
    input: valid,
    name,
  })
  const patched = (name: string, expect: Scenario["expect"], op: string, path: string, value?: Json) =>
    emulated(name, expect, {
      kind: "patch",
      patch: [{ op, path, ...(value === undefined ? {} : { value }) }],
    })
  return [
    ...situationsAtProvider(particulars),
    emulated("not-found", "Rejected", { kind: "status", status: 404 }),
    emulated("rate-limited", "RateLimited", { kind: "status", retryAfter: "2", status: 429 }),
    emulated("rate-limited-unsaid", "RateLimited", { kind: "status", status: 429 }),
    emulated("server-error", "Unavailable", { kind: "status", status: 500 }),
    emulated("bad-gateway-html", "Unavailable", { kind: "html", status: 502 }),
    emulated("unreachable", "Unreachable", { kind: "reset-after" }),
    { ...emulated("timed-out", "TimedOut", { kind: "delay", ms: 2_000 }), deadline: 200 },
    emulated("html", "ContractViolation", { kind: "html" }),
    emulated("truncated", "ContractViolation", { kind: "truncated" }),
    patched("wrong-type", "ContractViolation", "replace", `${at}/${property}`, 7),
    patched("missing-property", "ContractViolation", "remove", `${at}/${property}`),
    patched("unknown-property", "success", "add", `${at}/added_by_the_provider`, "something"),
    ...(enveloped
      ? [
          emulated("declined", "Declined", { kind: "unsuccessful" }),
          emulated("no-data", "Declined", { kind: "no-data" }),
        ]
      : []),
  ]
}
