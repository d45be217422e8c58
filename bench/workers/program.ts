/** The program alone in a plain handler: what is left of the Worker without its HTTP surface. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { bind } from "../../src/api/bind.ts"
import { createPlatformCheckoutToken } from "../../src/paywint/platform.ts"
import type { Env } from "./by-hand.ts"

let call: ReturnType<typeof bind<typeof createPlatformCheckoutToken>> | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    call ??= bind(createPlatformCheckoutToken, {
      baseUrl: env.PAYWINT_PLATFORM_BASE_URL,
      platformId: env.PAYWINT_PLATFORM_ID,
      secret: Redacted.make(env.PAYWINT_PLATFORM_SECRET),
    })
    return Response.json(await Effect.runPromise(call(await request.json())), { status: 201 })
  },
}

export { ContractRuns, IdempotentCalls } from "./durable-objects.ts"
