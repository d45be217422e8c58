/**
 * The gateway in a Cloudflare Worker of one's own, beside the shop that it is for. Its `wrangler.toml`:
 *
 *     [[durable_objects.bindings]]
 *     name = "IDEMPOTENT_CALLS"
 *     class_name = "IdempotentCalls"
 *
 *     [[migrations]]
 *     tag = "v1"
 *     new_sqlite_classes = ["IdempotentCalls"]
 */
import { gateway, jsonLines } from "edge-checkout/gateway"
import { type Env, idempotentCalls, memoMap } from "edge-checkout/worker"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"

export { IdempotentCalls } from "edge-checkout/worker"

type Bindings = Pick<Env, "IDEMPOTENT_CALLS">

const gatewayOf = (env: Bindings) =>
  gateway(Layer.merge(ConfigProvider.layer(ConfigProvider.fromUnknown(env)), Logger.layer([jsonLines])), {
    // A Worker has many isolates: one Durable Object a key is what all of them share.
    idempotency: idempotentCalls(env),
    // Calls with and without a key share one circuit breaker for each API.
    memoMap,
  })

// An isolate's bindings never change: what is made of them is made once.
let serving: ReturnType<typeof gatewayOf> | undefined

export default {
  fetch(
    request: Request,
    env: Bindings,
    context: { waitUntil: (promise: Promise<unknown>) => void },
  ): Response | Promise<Response> {
    if (new URL(request.url).pathname === "/") return new Response("The shop")
    serving ??= gatewayOf(env)
    const answer = serving.handler(request)
    // A caller that hangs up does not stop what was begun.
    context.waitUntil(answer)
    return answer
  },
}
