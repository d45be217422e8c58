import type { Json } from "./document.ts"
import type { Scenario } from "./scenario.ts"

/** What is particular to an operation in the situations that every operation can come into. */
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

/** The situations that every operation can come into, as scenarios. */
export const situations = (particulars: Particulars): ReadonlyArray<Scenario> => {
  const { at, enveloped, invalid, leaves, property, valid, wrongCredentials } = particulars
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
