import { escapeToken } from "effect/JsonPointer"
import * as SchemaAST from "effect/SchemaAST"
import type { Credential } from "../api/define.ts"
import type { Operation, ScenarioInputs } from "../api/operation.ts"
import type { Json } from "./document.ts"
import type { Scenario } from "./scenario.ts"

/** The parts of the standard scenarios in which operations differ. */
export interface Particulars {
  readonly valid: Scenario["input"]
  /** Refused by the program, and by the provider where the program is told to let it pass. */
  readonly invalid?: Scenario["input"] | undefined
  /** Credentials that no provider knows. */
  readonly wrongCredentials: Readonly<Record<string, string>>
  /** What a success leaves behind at a provider. */
  readonly sideEffects: string
  /** A JSON Pointer to a required text of a success; `undefined` where it has none. */
  readonly text?: string | undefined
  /** Whether answers come in an envelope that can say `success: false`. */
  readonly enveloped: boolean
  /** Whether a success has a JSON body. */
  readonly hasBody: boolean
}

/** The particulars of a declared operation; `undefined` where its declaration has no scenario inputs. */
export const particularsOf = ({ answer, api, contract }: Operation): Particulars | undefined => {
  if (contract === undefined) return undefined
  const { envelope } = api
  const secrets = Object.values<Credential>(api.credentials).filter(({ isPublic }) => isPublic !== true)
  return {
    enveloped: envelope !== undefined,
    hasBody: answer !== undefined,
    invalid: contract.invalid && inputOf(contract.invalid),
    sideEffects: contract.sideEffects,
    text: answer && requiredText(answer.ast, envelope === undefined ? "" : `/${envelope.property}`),
    valid: inputOf(contract.valid),
    wrongCredentials: Object.fromEntries(
      secrets.slice(-1).map(({ variable }) => [variable, "no-such-secret"]),
    ),
  }
}

const inputOf =
  (make: ScenarioInputs["valid"]): Scenario["input"] =>
  (references) => ({ body: undefined, params: undefined, ...make(references) })

/** The pointer to the first required text of an object. The object is the answer, its items, or what is at `inside`. */
const requiredText = (schema: SchemaAST.AST, inside: string, at = ""): string | undefined => {
  if (SchemaAST.isSuspend(schema)) return requiredText(schema.thunk(), inside, at)
  if (SchemaAST.isUnion(schema)) {
    for (const type of schema.types) {
      const found = requiredText(type, inside, at)
      if (found !== undefined) return found
    }
  }
  if (SchemaAST.isArrays(schema) && schema.rest[0] !== undefined) {
    return requiredText(schema.rest[0], inside, `${at}/0`)
  }
  if (!SchemaAST.isObjects(schema)) return undefined
  if (inside !== "") {
    const outer = schema.propertySignatures.find(({ name }) => `/${String(name)}` === inside)
    return outer && requiredText(outer.type, "", inside)
  }
  const text = schema.propertySignatures.find(
    ({ type }) => SchemaAST.isString(type) && !SchemaAST.isOptional(type),
  )
  return text && `${at}/${escapeToken(String(text.name))}`
}

/** The situations that a provider can be brought into by what it is sent. */
export const situationsAtProvider = ({
  invalid,
  sideEffects,
  valid,
  wrongCredentials,
}: Particulars): ReadonlyArray<Scenario> => [
  { expect: "success", input: valid, leaves: sideEffects, name: "success" },
  ...(invalid === undefined
    ? []
    : [
        { expect: "InvalidRequest", input: invalid, leaves: "nothing", name: "invalid" } as const,
        { expect: "Rejected", input: invalid, leaves: "nothing", name: "rejected", unchecked: true } as const,
      ]),
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
  const { enveloped, hasBody, text, valid } = particulars
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
    ...(hasBody
      ? [
          emulated("html", "ContractViolation", { kind: "html" }),
          emulated("truncated", "ContractViolation", { kind: "truncated" }),
        ]
      : []),
    ...(text === undefined
      ? []
      : [
          patched("wrong-type", "ContractViolation", "replace", text, 7),
          patched("missing-property", "ContractViolation", "remove", text),
          patched(
            "unknown-property",
            "success",
            "add",
            text.replace(/[^/]*$/, "added_by_the_provider"),
            "something",
          ),
        ]),
    ...(enveloped
      ? [
          emulated("declined", "Declined", { kind: "unsuccessful" }),
          emulated("no-data", "Declined", { kind: "no-data" }),
        ]
      : []),
  ]
}
