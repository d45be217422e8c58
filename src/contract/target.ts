import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Fixture } from "./fixture.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { isLoopback, throttled } from "./throttle.ts"

/** What a run goes against. */
export interface Target {
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

/** The sandboxes that a configuration names, and nothing else: no production host, whatever it names. */
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
