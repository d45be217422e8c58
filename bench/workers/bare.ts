/**
 * One route, written by hand with nothing but the platform, for comparison with the Worker. It has the checks without
 * which it would not be the same route, and nothing else: no retry, no deadline, no problems, no limits.
 */
import { callerOf, type Env, logRequest, path, route, signature } from "./by-hand.ts"

interface Answer {
  readonly success?: boolean
  readonly data?: { readonly checkout_token?: unknown; readonly expires_at?: unknown } | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface Served {
  readonly status: number
  readonly body: unknown
  readonly caller?: string
}

const serve = async (request: Request, env: Env): Promise<Served> => {
  if (request.method !== "POST" || new URL(request.url).pathname !== route) {
    return { body: { title: "No such route" }, status: 404 }
  }
  const caller = await callerOf(request.headers.get("authorization"), env)
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
    logRequest(begun, { caller, requestId, status })
    return Response.json(body, { headers: { "x-request-id": requestId }, status })
  },
}

export { ContractRuns, IdempotentCalls } from "./durable-objects.ts"
