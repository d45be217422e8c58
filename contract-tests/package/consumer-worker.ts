/** The Worker's types in use, where there are Cloudflare's. */
import type { DurableObjectNamespace, ExecutionContext } from "@cloudflare/workers-types"
import worker, { ContractRuns, IdempotentCalls } from "edge-checkout/worker"

export { ContractRuns, IdempotentCalls }

interface Env {
  readonly CONTRACT_RUNS: DurableObjectNamespace
  readonly IDEMPOTENT_CALLS: DurableObjectNamespace
  readonly [name: string]: unknown
}

export default {
  ...worker,
  fetch: (request: Request, env: Env, context: ExecutionContext): Promise<Response> =>
    worker.fetch(request, env, context),
}

export const unbound = (request: Request, context: ExecutionContext) =>
  // @ts-expect-error: the namespaces are missing
  worker.fetch(request, {}, context)
