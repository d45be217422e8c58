/** The Worker's types in use, where there are Cloudflare's. */
import type {
  DurableObjectNamespace,
  DurableObjectState,
  ExecutionContext,
  RateLimit,
} from "@cloudflare/workers-types"
import worker, { ContractRuns, IdempotentCalls, idempotentCalls } from "edge-checkout/worker"

export { ContractRuns, IdempotentCalls }

/** As `wrangler types` writes it: an interface, of what is bound and nothing else. */
interface Env {
  readonly CALLER_LIMIT: RateLimit
  readonly CONTRACT_RUNS: DurableObjectNamespace
  readonly IDEMPOTENT_CALLS: DurableObjectNamespace
  readonly CALLER_KEYS: string
}

export default {
  ...worker,
  fetch: (request: Request, env: Env, context: ExecutionContext): Promise<Response> =>
    worker.fetch(request, env, context),
}

export const made = (state: DurableObjectState, env: Env) => [
  new IdempotentCalls(state, env),
  new ContractRuns(state, env),
]

/** In a Worker that runs no contracts. */
export const own = (env: Pick<Env, "IDEMPOTENT_CALLS">) => idempotentCalls(env)

export const unbound = (request: Request, context: ExecutionContext) =>
  // @ts-expect-error: the namespaces are missing
  worker.fetch(request, {}, context)
