import type { ErrorObject } from "ajv"
import { unescapeToken } from "effect/JsonPointer"

/** What a request got wrong, and where: `["body", "amount"]`. */
export interface Issue {
  readonly loc: ReadonlyArray<string | number>
  readonly msg: string
  readonly type: string
}

export const toIssue = ({ instancePath, params, message = "", keyword }: ErrorObject): Issue => {
  const { missingProperty, additionalProperty } = params
  const named: unknown = missingProperty ?? additionalProperty
  const steps = instancePath.split("/").slice(1).map(unescapeToken)
  const loc = typeof named === "string" ? [...steps, named] : steps
  return {
    loc: loc.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    msg: message,
    type: keyword === "required" ? "missing" : keyword,
  }
}
