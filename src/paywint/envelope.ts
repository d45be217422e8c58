import * as Schema from "effect/Schema"
import { HTTPValidationError } from "../../generated/paywint-platform/schemas.ts"
import type { Envelope } from "../api/define.ts"
import type { ErrorDetails } from "../provider/operation.ts"

/** Where both of Paywint's APIs can be tried. Production is named on purpose or not used. */
export const sandbox = "https://api.sandbox.paywint.com"

/** Every answer of Paywint comes in an envelope. A 200 can say `success: false`, or carry no `data`. */
export const envelope: Envelope<"data"> = {
  isDeclined: (body) => "success" in body && body.success === false,
  messageOf: (body) => ("message" in body && typeof body.message === "string" ? body.message : undefined),
  property: "data",
}

/** A 422 is FastAPI's validation error. Other statuses' bodies are not documented; FastAPI's usual is `{detail: text}`. */
export const parseError = (error: unknown): ErrorDetails => {
  const detail = Object(error)["detail"] as unknown
  if (typeof detail === "string") return { message: detail }
  if (!Schema.is(HTTPValidationError)(error)) return {}
  const issues = (error.detail ?? []).map(({ loc, msg }) => ({ message: msg, path: loc }))
  return { issues, message: "The request is not valid" }
}
