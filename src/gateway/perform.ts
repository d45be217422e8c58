import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { namesInPath } from "../api/endpoint.ts"
import type { Operation, Route } from "../api/operation.ts"
import { isJsonType } from "../api/request.ts"
import { apis } from "../apis.ts"
import { ProviderError } from "../provider/error.ts"
import type { Input } from "../provider/operation.ts"
import { answerTo } from "./answer.ts"
import { Apis } from "./apis.ts"
import type { Perform } from "./idempotency/idempotency.ts"
import type { Answer, Performed } from "./idempotency/machine.ts"
import type { Refusal } from "./problem.ts"

/** A declared operation that the gateway serves. */
export interface Served extends Operation {
  readonly route: Route
}

const isServed = (operation: Operation): operation is Served => operation.route !== undefined

/** The operations that are served, by their full names. */
export const served: Readonly<Record<string, Served>> = Object.fromEntries(
  apis
    .flatMap(({ operations }) => Object.values(operations))
    .filter(isServed)
    .map((operation) => [operation.fullName, operation]),
)

/** The input of an operation. A route's parameters stand for those of the provider's path, in the same order. */
export const inputOf = (
  { endpoint, route }: Served,
  params: Readonly<Record<string, unknown>>,
  body: unknown,
): Input<unknown, unknown> => {
  if (endpoint.params === undefined) return { body, params: undefined }
  const own = namesInPath(endpoint.path)
  const given: Record<string, unknown> = { ...params }
  const renamed = namesInPath(route.path).map((name, at) => {
    const value = given[name]
    delete given[name]
    return [own[at] ?? name, value] as const
  })
  return { body, params: { ...given, ...Object.fromEntries(renamed) } }
}

/** The operation's own check of its input, for requests that have to be validated before the call. */
export const validate = (
  operation: Served,
  params: Readonly<Record<string, unknown>>,
  body: unknown,
): ReturnType<Operation["validate"]> => operation.validate(inputOf(operation, params, body))

/** Calls an operation and makes of what came of it what its caller is answered. */
export const perform: Perform<Apis> = ({ body, operation, params }) =>
  Effect.gen(function* () {
    const declared = served[operation]
    const api = (yield* Apis)[declared?.api.name ?? ""]
    const call = api && (yield* api)[declared?.name ?? ""]
    if (declared === undefined || call === undefined) {
      return yield* Effect.die(new Error("No such operation"))
    }
    const { status, success } = yield* call(inputOf(declared, params, body))
    const { type = "application/json" } = declared.endpoint.success[status] ?? {}
    const answer: Answer = {
      body: success === undefined ? "" : isJsonType(type) ? JSON.stringify(success) : String(success),
      contentType: type,
      status: declared.route.status ?? status,
    }
    return { answer, outcome: "applied" } satisfies Performed
  }).pipe(
    Effect.catch((failure) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        refused(failure instanceof ProviderError ? answerTo(failure, now) : failure),
      ),
    ),
  )

const refused = ({ problem, retryAfter }: Refusal): Performed => ({
  answer: {
    body: JSON.stringify(problem),
    contentType: "application/problem+json",
    status: problem.status,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  },
  outcome: problem.outcome ?? "not-applied",
})
