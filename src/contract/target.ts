import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Fixture } from "./fixture.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { isLoopback, throttled } from "./throttle.ts"

/** What a run goes against. */
export interface Target {
  /** What fixtures say of where they come from. */
  readonly source: Fixture["provenance"]["source"]
  /** Base URLs, credentials and subjects, by the names that the programs and the contracts give them. */
  readonly configuration: ConfigProvider.ConfigProvider
  readonly fetch: typeof globalThis.fetch
  /** Whether a contract's requests may go to a host. */
  readonly allows: (contract: Contract, host: string) => boolean
  /** Whether a scenario can be performed here. */
  readonly performs: (scenario: Scenario) => boolean
  /** Gets the target ready for a scenario. */
  readonly prepare: (contract: Contract, scenario: Scenario) => Effect.Effect<void>
}

/** Milliseconds between one request to a provider and the next. */
const politeness = 1000

/**
 * The sandboxes that a configuration names, and nothing else: no production host, whatever it names. A host is a sandbox
 * where the contract lists it in `sandboxes`; this machine (`localhost`, `127.0.0.1`, `[::1]`) always is one. Between
 * one request and the next it leaves `interval` milliseconds, 1000 where none are given, but on this machine.
 */
export const sandboxes = (
  configuration: ConfigProvider.ConfigProvider,
  fetch: typeof globalThis.fetch,
  interval = politeness,
): Target => ({
  allows: (contract, host) => isLoopback(host) || contract.sandboxes.includes(host),
  configuration,
  fetch: throttled(fetch, interval),
  performs: ({ leaves }) => leaves !== undefined,
  prepare: () => Effect.void,
  source: "sandbox",
})

/** Why a contract's requests must not go to a target, if they must not. */
export const refusal = (contract: Contract, target: Target): Effect.Effect<string | undefined> =>
  Effect.map(
    Effect.result(
      Effect.provideService(contract.baseUrl, ConfigProvider.ConfigProvider, target.configuration),
    ),
    (url) => {
      // Without credentials there may be no host; what is missing is said better elsewhere.
      if (Result.isFailure(url)) return undefined
      if (!/^https?:\/\/./.test(url.success)) return "Its baseUrl is no http(s) URL"
      const host = new URL(url.success).hostname
      return target.allows(contract, host) ? undefined : `${host} is no sandbox; production is never tested`
    },
  )

/** The configuration that a contract needs: its credentials and subjects, each with its value where there is one. */
export const configured = (
  { placeholders }: Contract,
  { configuration }: Pick<Target, "configuration">,
): Effect.Effect<ReadonlyArray<readonly [name: string, value: string | undefined]>> =>
  Effect.forEach(Object.keys(placeholders), (name) =>
    Config.option(Config.NonEmptyString(name)).pipe(
      Effect.provideService(ConfigProvider.ConfigProvider, configuration),
      Effect.map((value) => [name, Option.getOrUndefined(value)] as const),
      // What is there but can't be used is refused by the program, with a better message.
      Effect.orElseSucceed(() => [name, undefined] as const),
    ),
  )

/** What scenarios of a contract are made of in a run. */
export const referencesOf = (
  { subjects }: Contract,
  values: ReadonlyArray<readonly [name: string, value: string | undefined]>,
  reference: string,
): References => ({
  reference,
  subjects: Object.fromEntries(
    subjects.map(([name, variable]) => [name, values.find(([known]) => known === variable)?.[1] ?? ""]),
  ),
})
