import { type Program, programs } from "./programs.ts"

export const callerKey = "caller-key-of-the-tests"
export const otherCallerKey = "caller-key-of-somebody-else"

const paths: Readonly<Record<string, string>> = {
  "PayNow.createCheckoutSession": "/v1/paynow/stores/{}/checkouts",
  "PaywintDeveloper.createCheckoutToken": "/v1/paywint/developer/checkout-tokens",
  "PaywintPlatform.createCheckoutToken": "/v1/paywint/platform/checkout-tokens",
  "PaywintPlatform.createPaymentLink": "/v1/paywint/platform/users/{}/payment-links",
}

/** An operation as the gateway serves it. */
export interface Route extends Program {
  /** With `{}` in the place of its parameter. */
  readonly template: string
  /** Of a valid request. */
  readonly path: string
}

export const routes: ReadonlyArray<readonly [string, Route]> = programs.map((program) => {
  const template = paths[program.operation] ?? ""
  return [
    program.operation,
    { ...program, path: template.replace("{}", program.input.param ?? ""), template },
  ]
})

/** Where the routes are served. */
export interface Served {
  readonly url: string
  readonly fetch?: (request: Request) => Promise<Response>
}

/** A request as a caller makes it; valid, but for what `changes` say. A header that is empty is left out. */
export const post = (
  { fetch = globalThis.fetch, url }: Served,
  { input, path }: Pick<Route, "input" | "path">,
  changes: {
    readonly body?: BodyInit
    readonly headers?: Readonly<Record<string, string>>
    readonly path?: string
  } = {},
): Promise<Response> => {
  const headers = {
    authorization: `Bearer ${callerKey}`,
    "content-type": "application/json",
    "idempotency-key": `"${crypto.randomUUID()}"`,
    ...changes.headers,
  }
  const body = changes.body ?? JSON.stringify(input.body)
  const init = {
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== "")),
    method: "POST",
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  }
  return fetch(new Request(`${url}${changes.path ?? path}`, init))
}

/** An answer's problem, with what every problem has made sure of. */
export const problemOf = async (response: Response): Promise<Readonly<Record<string, unknown>>> => {
  const problem = (await response.json()) as Readonly<Record<string, unknown>>
  const type = response.headers.get("content-type")
  if (type !== "application/problem+json")
    throw new Error(`A problem of type ${type}: ${JSON.stringify(problem)}`)
  if (problem["status"] !== response.status) throw new Error(`${response.status}: ${JSON.stringify(problem)}`)
  return problem
}
