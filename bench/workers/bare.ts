/**
 * What the Worker is measured against: one route, written by hand with nothing but the platform. It keeps to the
 * checks without which it would not be the same route, and does without all else: no retry, no deadline, no problems,
 * no limits.
 */
import { type Env, path, readCallers, route, sha256, signature } from "./by-hand.ts"

interface Answer {
  readonly success?: boolean
  readonly data?: { readonly checkout_token?: unknown; readonly expires_at?: unknown } | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

let callers: ReadonlyMap<string, string> | undefined

interface Served {
  readonly status: number
  readonly body: unknown
  readonly caller?: string
}

const serve = async (request: Request, env: Env): Promise<Served> => {
  if (request.method !== "POST" || new URL(request.url).pathname !== route) {
    return { body: { title: "No such route" }, status: 404 }
  }
  callers ??= readCallers(env.CALLER_KEYS)
  const presented = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? ""
  const caller = callers.get(await sha256(presented))
  if (caller === undefined) return { body: { title: "No known caller key" }, status: 401 }
  const { amount, user_id } = (await request.json()) as {
    readonly amount?: unknown
    readonly user_id?: unknown
  }
  if (typeof user_id !== "string" || !uuid.test(user_id) || typeof amount !== "number" || amount <= 0) {
    return { body: { title: "The request is not valid" }, caller, status: 422 }
  }
  const body = JSON.stringify({ amount, user_id })
  const response = await fetch(env.PAYWINT_PLATFORM_BASE_URL + path, {
    body,
    headers: {
      "content-type": "application/json",
      "x-platform-id": env.PAYWINT_PLATFORM_ID,
      "x-signature": await signature(env.PAYWINT_PLATFORM_SECRET, path, body),
    },
    method: "POST",
  })
  const { data, success } = (await response.json()) as Answer
  if (!response.ok || success === false || typeof data?.checkout_token !== "string") {
    return { body: { title: "The provider failed" }, caller, status: 502 }
  }
  return { body: { checkout_token: data.checkout_token, expires_at: data.expires_at }, caller, status: 201 }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const begun = Date.now()
    const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID()
    const { body, caller, status } = await serve(request, env)
    const entry = { caller, duration_ms: Date.now() - begun, request_id: requestId, route, status }
    console.log(JSON.stringify({ level: "INFO", message: entry, timestamp: new Date(begun).toISOString() }))
    return Response.json(body, { headers: { "x-request-id": requestId }, status })
  },
}

/** The configuration of the runtime, the same for all Workers, names these. */
export class ContractRuns {}
export class IdempotentCalls {}
