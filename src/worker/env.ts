import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import { jsonLines } from "../gateway/log.ts"
import { configuredOtlp, layerTelemetry, type Telemetry } from "../gateway/telemetry.ts"
import type { Namespace } from "./cloudflare.ts"

/** The bindings of `wrangler.toml`, and the variables. */
export interface Env {
  readonly CALLER_LIMIT?: { limit(asked: { readonly key: string }): Promise<{ readonly success: boolean }> }
  readonly CONTRACT_RUNS: Namespace
  readonly IDEMPOTENT_CALLS: Namespace
  readonly CONTRACT_ALERT_URL?: string
  readonly OTLP_ENDPOINT?: string
}

// An isolate's bindings never change: what is made of them is made once.
let telemetry: { readonly configured: Telemetry | undefined } | undefined

/**
 * Layers that are built once in an isolate, so that the Worker and the Durable Objects in the same isolate, which make
 * the calls with an `Idempotency-Key`, share one circuit breaker for each API.
 */
export const memoMap: Layer.MemoMap = Layer.makeMemoMapUnsafe()

/** Ends when an answer has gone, and after it what was gathered. */
export const flushed = (answered: Promise<unknown>): Promise<unknown> =>
  telemetry?.configured === undefined ? answered : answered.then(telemetry.configured.flush)

/** The variables of a Worker. Effect treats null as absent; here null is present and not text, so it is refused. */
export const variables = (env: Env) =>
  ConfigProvider.fromUnknown(
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === null ? [] : value])),
  )

/** What programs are configured with in a Worker. */
export const configuration = (env: Env) => {
  const provided = ConfigProvider.layer(variables(env))
  telemetry ??= { configured: Effect.runSync(Effect.provide(configuredOtlp, provided)) }
  const { configured } = telemetry
  return Layer.mergeAll(
    provided,
    Logger.layer([jsonLines]),
    // Without it nobody would see the spans.
    configured === undefined ? Layer.succeed(References.TracerEnabled, false) : layerTelemetry(configured),
  )
}
