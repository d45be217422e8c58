import { randomBytes } from "node:crypto"
import { STATUS_CODES } from "node:http"
import type { Issue } from "./issue.ts"

/** A provider's own error body. */
type ErrorStyle = (status: number, message: string, issues: ReadonlyArray<Issue>) => unknown

const paywint: ErrorStyle = (status, message, issues) => ({
  detail:
    status === 422
      ? issues.length > 0
        ? issues
        : [{ loc: ["body"], msg: message, type: "value_error" }]
      : message,
})

const payNow: ErrorStyle = (status, message, issues) => ({
  status,
  code: reason(status).toLowerCase().replaceAll(/\W+/g, "_"),
  message,
  trace_id: randomBytes(16).toString("hex"),
  errors: issues.map(({ loc, msg, type }) => ({
    code: type,
    message: msg,
    path: loc.join("."),
    validation: type,
  })),
})

const reason = (status: number) => STATUS_CODES[status] ?? `Status ${status}`

export const errorBody = (
  api: string,
  status: number,
  message = reason(status),
  issues: ReadonlyArray<Issue> = [],
) => (api === "paynow" ? payNow : paywint)(status, message, issues)
