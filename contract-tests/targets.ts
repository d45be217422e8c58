import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { sandboxes, type Target } from "../src/contract/target.ts"
import { isLoopback } from "../src/contract/throttle.ts"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts } from "./fixtures.ts"

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
      allows: () => true,
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

const answersAsEmulator = async (url: string) => {
  try {
    return (await fetch(`${url}/__emulator`)).ok
  } catch {
    return false
  }
}

/** A base URL of one's own: an emulator that runs elsewhere has credentials and subjects that are known. */
const ofBaseUrl = async (url: string, interval: number): Promise<Opened> => {
  const emulated = isLoopback(new URL(url).hostname) && (await answersAsEmulator(url))
  const known = emulated ? { ...emulatorSubjects, ...environment(url) } : {}
  return {
    close: () => Promise.resolve(),
    target: {
      ...sandboxes(
        ConfigProvider.fromUnknown({
          ...known,
          ...process.env,
          ...Object.fromEntries(baseUrls.map((name) => [name, url])),
        }),
        fetch,
        interval,
      ),
      // Whoever names a base URL means it.
      allows: () => true,
      source: emulated ? "emulator" : "sandbox",
    },
  }
}

/** The sandboxes that the environment names; without a name, the programs' defaults. */
const ofSandbox = async (interval: number): Promise<Opened> => ({
  close: () => Promise.resolve(),
  target: sandboxes(ConfigProvider.fromUnknown(process.env), fetch, interval),
})

/** Opens what `--target` names: `emulator`, `sandbox`, or a base URL. Writes to a provider are `interval` ms apart. */
export const openTarget = (name: string, interval: number): Promise<Opened> =>
  name === "emulator" ? ofEmulator() : name === "sandbox" ? ofSandbox(interval) : ofBaseUrl(name, interval)
