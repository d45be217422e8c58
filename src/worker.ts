import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { ContractHistory } from "./contract/history.ts"
import { contractRoutes } from "./contract/routes.ts"
import { CallerLimit } from "./gateway/caller-limit.ts"
import { gateway } from "./gateway/gateway.ts"
import { contractRuns, underContract } from "./worker/contract-runs.ts"
import type { ObjectState } from "./worker/cloudflare.ts"
import { docsRoutes } from "./worker/docs-routes.ts"
import { configuration, type Env, flushed, memoMap } from "./worker/env.ts"
import { idempotentCalls } from "./worker/object-store.ts"

export { ContractRuns } from "./worker/contract-runs.ts"
export { type Env, memoMap } from "./worker/env.ts"
export { IdempotentCalls } from "./worker/idempotent-calls.ts"
export { idempotentCalls } from "./worker/object-store.ts"

/** The period of `CALLER_LIMIT` in `wrangler.toml`, in milliseconds: a binding does not tell it. */
const limitPeriod = 10_000

const callerLimit = ({ CALLER_LIMIT: limit }: Env) =>
  limit === undefined
    ? Layer.empty
    : Layer.succeed(CallerLimit, {
        // Where the limit itself fails, its callers are not made to pay for it.
        admits: (caller) =>
          Effect.tryPromise(async () => (await limit.limit({ key: caller })).success).pipe(
            Effect.orElseSucceed(() => true),
          ),
        period: limitPeriod,
      })

const serve = (env: Env) => {
  const contract = contractRoutes(underContract.map(({ operation }) => operation))
  return gateway(
    Layer.mergeAll(
      configuration(env),
      callerLimit(env),
      Layer.sync(ContractHistory, () => contractRuns(env)),
    ),
    {
      ...contract,
      idempotency: idempotentCalls(env),
      memoMap,
      routes: [...docsRoutes, ...contract.routes],
    },
  )
}

// An isolate's bindings never change: what is made of them is made once.
let serving: ReturnType<typeof serve> | undefined

/** The Worker: the gateway, its contract runs, and their schedule. Its bindings and variables are in `wrangler.toml`. */
export default {
  fetch(request: Request, env: Env, context: Pick<ObjectState, "waitUntil">): Promise<Response> {
    serving ??= serve(env)
    const response = serving.handler(request)
    // A caller that hangs up does not stop what was begun.
    context.waitUntil(flushed(response))
    return response
  },
  async scheduled(_: unknown, env: Env): Promise<void> {
    await Effect.runPromise(contractRuns(env).start)
  },
}
