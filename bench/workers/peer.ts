/**
 * The route of the bare Worker as people write it with libraries: Hono, zod, openapi-fetch with generated types, and
 * p-retry. No limit on the provider's answer, no deadline, no problem details.
 */
import { Hono } from "hono"
import createClient from "openapi-fetch"
import pRetry, { AbortError } from "p-retry"
import * as z from "zod"
import type { paths } from "../../generated/paywint-platform/types.ts"
import { callerOf, type Env, logRequest, path, route, signature } from "./by-hand.ts"

const Request = z.strictObject({ amount: z.number().positive(), user_id: z.uuid() })
const Answer = z.object({ checkout_token: z.string(), expires_at: z.string() })

let client: ReturnType<typeof createClient<paths>> | undefined

const app = new Hono<{ Bindings: Env; Variables: { caller: string; requestId: string } }>()

app.use(async (context, next) => {
  const begun = Date.now()
  const requestId = context.req.header("x-request-id") ?? crypto.randomUUID()
  context.header("x-request-id", requestId)
  await next()
  logRequest(begun, { caller: context.get("caller"), requestId, status: context.res.status })
})

app.use(async (context, next) => {
  const caller = await callerOf(context.req.header("authorization"), context.env)
  if (caller === undefined) return context.json({ title: "No known caller key" }, 401)
  context.set("caller", caller)
  return next()
})

app.post(route, async (context) => {
  const input = Request.safeParse(await context.req.json())
  if (!input.success)
    return context.json({ issues: input.error.issues, title: "The request is not valid" }, 422)
  const { PAYWINT_PLATFORM_BASE_URL, PAYWINT_PLATFORM_ID, PAYWINT_PLATFORM_SECRET } = context.env
  client ??= createClient<paths>({ baseUrl: PAYWINT_PLATFORM_BASE_URL })
  const paywint = client
  const body = JSON.stringify(input.data)
  const call = async () => {
    const { data, response } = await paywint.POST(path, {
      body: input.data,
      bodySerializer: () => body,
      params: {
        header: {
          "X-Platform-ID": PAYWINT_PLATFORM_ID,
          "X-Signature": await signature(PAYWINT_PLATFORM_SECRET, path, body),
        },
      },
    })
    if (response.status === 429 || response.status >= 500)
      throw new Error(`The provider answered ${response.status}`)
    const answer = Answer.safeParse(data?.data)
    if (!answer.success) throw new AbortError("The provider's answer is not valid")
    return answer.data
  }
  try {
    return context.json(await pRetry(call, { retries: 3 }), 201)
  } catch {
    return context.json({ title: "The provider failed" }, 502)
  }
})

export default app

export { ContractRuns, IdempotentCalls } from "./durable-objects.ts"
