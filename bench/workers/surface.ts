/**
 * The program behind the gateway's HTTP surface. The Worker adds contract runs, keys in Durable Objects, and the limit
 * on a caller.
 */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import { gateway } from "../../src/gateway/gateway.ts"
import { jsonLines } from "../../src/gateway/log.ts"

let serving: ReturnType<typeof gateway> | undefined

export default {
  fetch(request: Request, env: Readonly<Record<string, unknown>>): Promise<Response> {
    serving ??= gateway(
      Layer.mergeAll(
        ConfigProvider.layer(ConfigProvider.fromUnknown(env)),
        Logger.layer([jsonLines]),
        Layer.succeed(References.TracerEnabled, false),
      ),
    )
    return serving.handler(request)
  },
}

/** The configuration of the runtime, the same for all Workers, names these. */
export class ContractRuns {}
export class IdempotentCalls {}
