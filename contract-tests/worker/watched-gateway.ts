import * as Clock from "effect/Clock"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import { inspect } from "node:util"
import { expect, vi } from "vitest"
import { ContractHistory } from "../../src/contract/history.ts"
import { contractRoutes } from "../../src/contract/routes.ts"
import type { Apis } from "../../src/gateway/apis.ts"
import { CallerLimit } from "../../src/gateway/caller-limit.ts"
import { gateway } from "../../src/gateway/gateway.ts"
import type { Idempotency } from "../../src/gateway/idempotency/idempotency.ts"
import { layerTelemetry, otlp } from "../../src/gateway/telemetry.ts"
import { callerKeys } from "../caller-keys.ts"
import { callerKey, canariesIn, canaryCredentials, formsIn, magpie } from "../canary.ts"
import { environment } from "../emulator/credentials.ts"

/** What was written to the console, where nobody but a runtime's logger should write. */
export const consoled: Array<string> = []
for (const level of ["debug", "error", "info", "log", "trace", "warn"] as const) {
  vi.spyOn(console, level).mockImplementation((...said) => void consoled.push(said.map(String).join(" ")))
}

export interface Options {
  /** Variables other than those that make it work. */
  readonly vars?: Readonly<Record<string, unknown>>
  readonly provider?: typeof globalThis.fetch
  /** Whether the provider keeps silent: limits of time pass quickly then. Elsewhere they never do. */
  readonly silent?: boolean
  readonly idempotency?: Layer.Layer<Idempotency, never, Apis>
  readonly limit?: Partial<(typeof CallerLimit)["Service"]>
}

/** A gateway in this process that keeps all that it says: to callers, to the log at every level, to a collector. */
export const watchedGateway = (
  base: string,
  { idempotency, limit = {}, provider = fetch, silent = false, vars = {} }: Options = {},
) => {
  const said = { answers: Array<string>(), exports: Array<string>(), logs: Array<string>() }
  const telemetry = otlp("https://collector.example", (...sent) => {
    said.exports.push(inspect(sent, { depth: null }))
    return Promise.resolve(new Response())
  })
  const fault = Effect.die(faultOf("history"))
  const services = Layer.mergeAll(
    ConfigProvider.layer(
      ConfigProvider.fromUnknown({
        ...environment(base, canaryCredentials),
        CALLER_KEYS: callerKeys({ tests: [callerKey] }),
        ...vars,
      }),
    ),
    Logger.layer([
      Logger.map(Logger.formatJson, (line) => said.logs.push(line)),
      Logger.make(({ cause, message }) => said.logs.push(inspect({ cause, message }, { depth: null }))),
    ]),
    Layer.succeed(References.MinimumLogLevel, "All"),
    Layer.succeed(FetchHttpClient.Fetch, provider),
    Layer.succeed(CallerLimit, { admits: () => Effect.succeed(true), period: 1, ...limit }),
    Layer.succeed(Clock.Clock, hurried(silent)),
    Layer.succeed(ContractHistory, { history: fault, start: fault }),
    layerTelemetry(telemetry),
  )
  const { handler } = gateway(services, {
    ...contractRoutes([]),
    ...(idempotency === undefined ? {} : { idempotency }),
  })
  return {
    fetch: async (request: Request): Promise<Response> => {
      const response = await handler(request).catch((error: unknown) => {
        // What a runtime does with it is log it.
        said.logs.push(inspect(error, { depth: null }))
        return new Response(null, { status: 500 })
      })
      said.answers.push(inspect([...response.headers]) + (await response.clone().text()))
      await telemetry.flush()
      return response
    },
    said,
    url: "https://gateway.example",
  }
}

/** A fault that quotes what it choked on in every way that a fault can. */
export const faultOf = (what: string) => {
  const fault = new Error(`Bad ${what}: canary\n    at canary (canary.ts:1:1)`, {
    cause: new Error("canary"),
  })
  return Object.assign(fault, { canary: "canary" })
}

const clock = Effect.runSync(Effect.map(Clock.Clock, (clock) => clock))

/** Waits between attempts take no time; what is longer than they are is a limit. */
const hurried = (silent: boolean): Clock.Clock => {
  const sleep = (duration: Duration.Duration) => {
    const ms = Duration.toMillis(duration)
    if (ms < 4_000) return Effect.yieldNow
    return silent ? clock.sleep(Duration.millis(ms / 50)) : Effect.never
  }
  return Object.assign(Object.create(clock) as Clock.Clock, { sleep })
}

/**
 * Whatever a gateway said holds no secret, and only its answers what is between caller and provider. One that says
 * nothing leaks nothing, and would prove nothing.
 */
export const expectNoSecret = (
  { said: { answers, exports, logs } }: Pick<ReturnType<typeof watchedGateway>, "said">,
  more: Iterable<string> = [],
) => {
  expect(consoled).toEqual([])
  expect(logs.length).toBeGreaterThanOrEqual(answers.length)
  for (const [place, texts] of Object.entries({ answers, exports, logs })) {
    expect(texts.length, place).toBeGreaterThan(0)
    for (const text of texts) {
      expect(canariesIn(text), `${place}: ${text}`).toEqual([])
      for (const word of more) expect(formsIn(text, word), `${place}: ${text}`).toEqual([])
      if (place !== "answers") expect(formsIn(text, magpie), `${place}: ${text}`).toEqual([])
    }
  }
}
