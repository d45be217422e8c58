import { ajv, explain } from "./ajv.ts"
import { contracts } from "./contract.ts"
import type { Rule } from "./fault.ts"
import { changesOf } from "./inject.ts"
import { patched } from "./patch.ts"

const headerValue = { type: "string", pattern: "^[\\t\\x20-\\x7e\\x80-\\xff]*$" }
const status = { type: "integer", minimum: 200, maximum: 599 }
const ms = { type: "integer", minimum: 0, maximum: 2 ** 31 - 1 }
const count = { type: "integer", minimum: 0 }
const headers = {
  type: "object",
  propertyNames: { pattern: "^[\\w!#$%&'*+.^`|~-]+$" },
  additionalProperties: headerValue,
}
const change = {
  type: "object",
  additionalProperties: false,
  required: ["op", "path"],
  properties: {
    op: { enum: ["add", "remove", "replace"] },
    path: { format: "json-pointer", type: "string" },
    value: {},
  },
  if: { properties: { op: { enum: ["add", "replace"] } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { required: ["value"] },
}

const fault = (kind: string, required: object = {}, optional: object = {}) => ({
  additionalProperties: false,
  required: ["kind", ...Object.keys(required)],
  properties: { kind: { const: kind }, ...required, ...optional },
})

const faults = [
  fault("status", { status }, { retryAfter: headerValue, body: {} }),
  fault("delay", { ms }),
  fault("reset-before"),
  fault("reset-after"),
  fault("html", {}, { status }),
  fault("truncated"),
  fault("broken-off"),
  fault("drip", { ms }),
  fault("unsuccessful", {}, { message: { type: "string" } }),
  fault("no-data"),
  fault("patch", { patch: { type: "array", items: change } }),
  fault("content-type", { value: headerValue }),
  fault("headers", { headers }),
]

export const faultKinds = faults.map(({ properties }) => properties.kind.const)

const isRule = ajv.compile<Rule>({
  type: "object",
  additionalProperties: false,
  required: ["fault"],
  properties: {
    operation: { enum: contracts.map(({ operation }) => operation) },
    times: count,
    skip: count,
    probability: { type: "number", minimum: 0, maximum: 1 },
    seed: { type: "integer" },
    fault: {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: faultKinds } },
      discriminator: { propertyName: "kind" },
      oneOf: faults,
    },
  },
})

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Throws with what is wrong. A change of a success has to fit every operation that the rule hits. */
export const checkedRule = (rule: unknown): Rule => {
  if (!isRule(rule)) throw new Error(explain(isRule.errors, "rule"))
  for (const { operation, success } of contracts) {
    if (rule.operation !== undefined && rule.operation !== operation) continue
    if (changesOf(rule.fault).length === 0) continue
    // A rule for all operations leaves the answers alone that it can't change.
    if (rule.operation === undefined && !isObject(success())) continue
    try {
      patched(success(), changesOf(rule.fault))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(
        `rule/fault does not fit a success of ${operation}: ${why}. Name an operation that it fits`,
      )
    }
  }
  return rule
}
