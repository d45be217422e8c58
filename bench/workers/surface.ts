/**
 * The program behind the gateway's HTTP surface. The Worker adds contract runs, keys in Durable Objects, and the limit
 * on a caller.
 */
import { gateway } from "../../src/gateway/gateway.ts"
import { configuration, type Env } from "../../src/worker/env.ts"

let serving: ReturnType<typeof gateway> | undefined

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    serving ??= gateway(configuration(env))
    return serving.handler(request)
  },
}

export { ContractRuns, IdempotentCalls } from "./durable-objects.ts"
