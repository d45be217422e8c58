import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import { jsonLines } from "../gateway/log.ts"
import { layerTelemetry, otlp, type Telemetry } from "../gateway/telemetry.ts"
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
let telemetry: Telemetry | undefined

/** Ends when an answer has gone, and after it what was gathered. */
export const flushed = (answered: Promise<unknown>): Promise<unknown> =>
  telemetry === undefined ? answered : answered.then(telemetry.flush)

/** The variables of a Worker. Effect takes a null for absent; here it is there, and is no text. */
export const variables = (env: Env) =>
  ConfigProvider.fromUnknown(
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === null ? [] : value])),
  )

/** What programs are configured with in a Worker. */
export const configuration = (env: Env) => {
  // Not in the way of payments where it is no text.
  const endpoint = typeof env.OTLP_ENDPOINT === "string" ? env.OTLP_ENDPOINT : ""
  // The global `fetch` is read at each request: telemetry outlives what a test puts in its place.
  const send: typeof fetch = (input, init) => fetch(input, init)
  if (endpoint !== "") telemetry ??= otlp(endpoint.replace(/(?<!\/)\/+$/, ""), send)
  return Layer.mergeAll(
    ConfigProvider.layer(variables(env)),
    Logger.layer([jsonLines]),
    // Without it nobody would see the spans.
    telemetry === undefined ? Layer.succeed(References.TracerEnabled, false) : layerTelemetry(telemetry),
  )
}
