/**
 * The gateway where there is no Cloudflare: `deno serve`, or any runtime that serves a module whose default export
 * has a `fetch`. It is configured by environment variables. `deno serve` listens on 0.0.0.0, where everybody who can
 * reach the machine can ask, unless it is told otherwise: `--host=127.0.0.1`.
 *
 * A caller may ask 5,000 times in 10 seconds; this process counts.
 *
 * Keys are kept in this process's memory, at most 100,000: the guarantee of `Idempotency` holds for one process, as long
 * as it lives. To run several processes, or to restart one, give `gateway` an `Idempotency` of your own.
 */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { gateway } from "./gateway/gateway.ts"
import { jsonLines } from "./gateway/log.ts"
import { layerCallerLimit } from "./gateway/process-limit.ts"
import { configuredOtlp, layerTelemetry } from "./gateway/telemetry.ts"

const variables = ConfigProvider.layer(ConfigProvider.fromEnv())
const telemetry = Effect.runSync(Effect.provide(configuredOtlp, variables))

const { handler } = gateway(
  Layer.mergeAll(
    variables,
    Logger.layer([jsonLines]),
    layerCallerLimit,
    telemetry === undefined ? Layer.empty : layerTelemetry(telemetry),
  ),
)

/** The gateway as a module that is served: `deno serve --allow-env --allow-net npm:edge-checkout/serve`. */
export default {
  async fetch(request: Request): Promise<Response> {
    const response = await handler(request)
    void telemetry?.flush()
    return response
  },
}
