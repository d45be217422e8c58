import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { shown } from "../src/contract/presentable.ts"
import { sandboxes, type Target } from "../src/contract/target.ts"
import { isLoopback } from "../src/provider/loopback.ts"
import { controlPath } from "./emulator/control.ts"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts } from "./fixtures.ts"

/** The exit code of a run that met an outage. */
const outageExit = 2

/** A target, and what ends it. */
export interface Opened {
  readonly target: Target
  readonly close: () => Promise<void>
}

/** What exists at an emulator: anything. Not what stands in fixtures, so that what is really sent is told from it. */
export const emulatorSubjects = Object.fromEntries(
  contracts.flatMap((contract) =>
    contract.subjects.map(([, variable]) => [
      variable,
      (contract.placeholders[variable] ?? "").replace(/^./, "9"),
    ]),
  ),
)

const baseUrls = ["PAYWINT_PLATFORM_BASE_URL", "PAYWINT_DEVELOPER_BASE_URL", "PAYNOW_BASE_URL"]

const ofEmulator = async (): Promise<Opened> => {
  const emulator = await startEmulator()
  return {
    close: () => emulator.close(),
    target: {
      allows: (_, host) => isLoopback(host),
      configuration: ConfigProvider.fromUnknown({ ...emulatorSubjects, ...environment(emulator.url) }),
      fetch,
      performs: () => true,
      prepare: ({ operation }, { fault }) =>
        Effect.sync(() => {
          emulator.reset()
          if (fault !== undefined) emulator.fail({ fault: fault as never, operation })
        }),
      source: "emulator",
    },
  }
}

/** A base URL of one's own: an emulator that runs elsewhere has credentials and subjects that are known. */
const ofBaseUrl = async (url: string, interval: number): Promise<Opened> => {
  const here = isLoopback(new URL(url).hostname)
  // An answer of any status shows that something is there.
  const probed = here ? probe("GET", `${url}${controlPath}`) : probe("HEAD", url)
  const answer = await probed.catch((error: unknown) => noAnswer(url, here, error))
  // A connection whose answer nobody reads keeps the process alive.
  await answer.body?.cancel()
  const emulated = here && answer.ok
  const known = emulated ? { ...emulatorSubjects, ...environment(url) } : {}
  return {
    close: () => Promise.resolve(),
    target: {
      ...sandboxes(
        ConfigProvider.fromUnknown({
          ...known,
          ...given(),
          ...Object.fromEntries(baseUrls.map((name) => [name, url])),
        }),
        fetch,
        interval,
      ),
      source: emulated ? "emulator" : "sandbox",
    },
  }
}

/** The environment, without what is empty: that counts as missing. */
const given = () => Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""))

const probeMs = 10_000

const probe = (method: string, url: string) =>
  fetch(url, { method, redirect: "manual", signal: AbortSignal.timeout(probeMs) })

/** Ends the process as an outage does, before anything is performed. */
const noAnswer = (url: string, here: boolean, error: unknown): never => {
  const start = here ? "Start it with `npm run emulator`, or name" : "Name"
  console.error(`Nothing answers at ${shown(url)} (${whyNot(error)}). ${start} another target.`)
  process.exit(outageExit)
}

const reasons: Readonly<Record<string, string>> = {
  EAI_AGAIN: "no such host",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  ENOTFOUND: "no such host",
  UND_ERR_SOCKET: "connection closed",
}

/** Why a fetch failed: it throws an error without details, whose cause has them. */
const whyNot = (error: unknown): string => {
  if (error instanceof Error && error.name === "TimeoutError")
    return `no answer within ${probeMs / 1000} seconds`
  const cause: { readonly code?: string; readonly message?: string } = Object(Object(error).cause)
  return reasons[cause.code ?? ""] ?? cause.code ?? cause.message ?? String(error)
}

/** The sandboxes that the environment names; without a name, the programs' defaults. */
const ofSandbox = async (interval: number): Promise<Opened> => ({
  close: () => Promise.resolve(),
  target: sandboxes(ConfigProvider.fromUnknown(process.env), fetch, interval),
})

/**
 * Opens what `--target` names: `emulator`, `sandbox`, or a base URL. Writes to a provider are `interval` ms apart. Ends
 * the process where nothing answers at a base URL.
 */
export const openTarget = (name: string, interval: number): Promise<Opened> =>
  name === "emulator" ? ofEmulator() : name === "sandbox" ? ofSandbox(interval) : ofBaseUrl(name, interval)
