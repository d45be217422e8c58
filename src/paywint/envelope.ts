import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { HTTPValidationError } from "../../generated/paywint-platform/schemas.ts"
import type { ErrorDetails } from "../provider/operation.ts"
import { Declined, type Issue } from "../provider/reason.ts"
import type { Validate } from "../provider/validate.ts"

/** What every answer of Paywint is wrapped in. A 200 can say `success: false`, or carry no `data`. */
interface Envelope<Data> {
  readonly success?: boolean
  readonly message?: string
  readonly data?: Data | null
}

/** Takes the data out of an envelope. */
export const opened =
  <Data>(validate: Validate<Envelope<Data>>) =>
  (body: unknown): Result.Result<Data, Declined | ReadonlyArray<Issue>> =>
    // What is declined need not carry data of the right shape.
    isRefusal(body)
      ? declined(body.message)
      : Result.flatMap(validate(body), ({ data, message, success }) =>
          success === false || data === null || data === undefined ? declined(message) : Result.succeed(data),
        )

// By hand and not by a schema: every answer is looked at, and hardly one refuses.
const isRefusal = (body: unknown): body is { readonly success: false; readonly message?: unknown } =>
  typeof body === "object" && body !== null && "success" in body && body.success === false

const declined = (message: unknown) =>
  Result.fail(
    new Declined({ message: typeof message === "string" ? message : "Paywint declined without saying why" }),
  )

const isValidationError = Schema.is(HTTPValidationError)
const isDetail = Schema.is(Schema.Struct({ detail: Schema.String }))

/** A 422 is FastAPI's validation error. Other statuses' bodies are not documented; FastAPI's usual is `{detail: text}`. */
export const explain = (error: unknown): ErrorDetails => {
  if (isDetail(error)) return { message: error.detail }
  if (!isValidationError(error)) return {}
  const issues = (error.detail ?? []).map(({ loc, msg }) => ({ message: msg, path: loc }))
  return { issues, message: "The request is not valid" }
}
