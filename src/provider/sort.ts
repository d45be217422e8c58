import * as Result from "effect/Result"
import { mostIssues, shortened, shownIssues } from "./bounds.ts"
import { jsonOf } from "./json.ts"
import type { Exchange, Operation } from "./operation.ts"
import {
  ContractViolation,
  Declined,
  type Issue,
  RateLimited,
  type Reason,
  Rejected,
  Unauthorized,
  Unavailable,
} from "./reason.ts"
import { retryAfter } from "./retry-after.ts"

/**
 * Sorts what came back into a result or the reason why there is none. `now` in milliseconds since the epoch.
 *
 * However long an answer is, a reason holds at most 24 KiB of issues and 500 characters of each other text. A problem
 * made of it says the first issues twice and is shorter than 60,000 characters of JSON.
 */
export const sort = <Params, Body, Success>(
  operation: Operation<Params, Body, Success>,
  { data, error, response }: Exchange,
  now: number,
): Result.Result<Success, Reason> => {
  const { headers, ok, status } = response
  const { conceal } = operation
  const violation = (issues: ReadonlyArray<Issue>) =>
    Result.fail(
      new ContractViolation({
        issues: shownIssues(issues, conceal),
        status,
        ...optional("contentType", mediaType(headers, conceal)),
      }),
    )

  if (ok) {
    const { parse = jsonOf } = operation
    const body = parse(data ?? "", status)
    if (body === undefined) return violation([{ message: "The body is not JSON", path: [] }])
    return accept(operation, body, status, violation)
  }
  if (status < 400) return violation([{ message: `Status ${status} is not in the contract`, path: [] }])

  const details = operation.explain(shortened(error))
  const message = conceal(details.message ?? `The provider said no more than status ${status}`)
  const traceId = optional("traceId", idIn(conceal(details.traceId ?? "")))
  const wait = optional("retryAfter", retryAfter(headers.get("retry-after"), now))

  if (status === 401 || status === 403) return Result.fail(new Unauthorized({ message, status }))
  if (status === 429) return Result.fail(new RateLimited(wait))
  if (status === 408 || status >= 500) return Result.fail(new Unavailable({ status, ...wait, ...traceId }))
  const found = (details.issues ?? []).slice(0, mostIssues).map(({ message, path }) => ({
    message,
    path: typeof path === "string" ? path.split(".") : path,
  }))
  const issues = shownIssues(found, conceal)
  const code = optional("code", details.code === undefined ? undefined : conceal(details.code))
  return Result.fail(new Rejected({ issues, message, status, ...code, ...wait, ...traceId }))
}

const accept = <Params, Body, Success>(
  operation: Operation<Params, Body, Success>,
  body: unknown,
  status: number,
  violation: (issues: ReadonlyArray<Issue>) => Result.Result<never, ContractViolation>,
): Result.Result<Success, Reason> => {
  const accepted = operation.accept(body, status)
  if (Result.isSuccess(accepted)) return Result.succeed(accepted.success)
  const { failure } = accepted
  return failure instanceof Declined
    ? Result.fail(new Declined({ message: operation.conceal(failure.message) }))
    : violation(failure)
}

/** Ids go to logs, where a provider's words don't: only what looks like an id is taken for one. */
const idIn = (text: string): string | undefined => /^[\w.:-]{1,128}$/.exec(text)?.[0]

/** The media type without its parameters, which may say anything. */
const mediaType = (headers: Headers, conceal: (text: string) => string): string | undefined =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(conceal(headers.get("content-type") ?? ""))?.[0]

const optional = <K extends string, A>(key: K, value: A | undefined): { readonly [P in K]?: A } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: A }
