import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Fixture } from "./fixture.ts"
import { isLoopback } from "../provider/loopback.ts"
import { urlRefusal } from "./host-guard.ts"
import type { Means } from "./perform.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { throttled } from "./throttle.ts"

/** The target of a run. `allows` is called with the host of every request when it is sent. */
export interface Target extends Means {
  /** What fixtures say of where they come from. */
  readonly source: Fixture["provenance"]["source"]
  /** Whether a scenario can be performed here. */
  readonly performs: (scenario: Scenario) => boolean
  /** Gets the target ready for a scenario. */
  readonly prepare: (contract: Contract, scenario: Scenario) => Effect.Effect<void>
}

/** Milliseconds between one request to a provider and the next. */
const politeness = 1000

/** Whether a host is a sandbox of a contract: one that it lists, or this machine (`localhost`, `127.0.0.1`, `[::1]`). */
export const isSandbox = ({ sandboxes }: Contract, host: string): boolean =>
  isLoopback(host) || sandboxes.some((sandbox) => hostOf(sandbox) === host)

/** A host as a parsed URL has it: in lower case, and in ASCII. */
const hostOf = (host: string) =>
  URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : undefined

/**
 * The sandboxes that a configuration names. Production hosts are refused, whatever it names. Requests are `interval`
 * milliseconds apart, 1000 by default; requests to this machine do not wait.
 */
export const sandboxes = (
  configuration: ConfigProvider.ConfigProvider,
  fetch: typeof globalThis.fetch,
  interval = politeness,
): Target => ({
  allows: isSandbox,
  configuration,
  fetch: throttled(fetch, interval),
  performs: ({ leaves }) => leaves !== undefined,
  prepare: () => Effect.void,
  source: "sandbox",
})

/**
 * Why a contract can't be performed at a target; `undefined` where it can. It is checked first, so that the contract is
 * refused as a whole with one message; each request is checked again when it is sent. Fails where the base URL, or a
 * credential that is read with it, is missing or can't be used.
 */
export const refusal = (
  contract: Contract,
  { allows, configuration }: Means,
): Effect.Effect<string | undefined, Config.ConfigError> =>
  contract.baseUrl.pipe(
    Effect.provideService(ConfigProvider.ConfigProvider, configuration),
    Effect.map((url) => urlRefusal("Its baseUrl", url, (host) => allows(contract, host))),
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
