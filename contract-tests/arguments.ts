import { parseArgs } from "node:util"
import { isSandbox } from "../src/contract/target.ts"
import type { Contract } from "../src/contract/scenario.ts"
import { baseUrlFault, withoutEndSlashes } from "../src/provider/base-url.ts"
import { isLoopback } from "../src/provider/loopback.ts"
import { contracts } from "./fixtures.ts"

/** Wrong usage, by the convention of sysexits. */
export const usageExit = 64

export const fail = (message: string, usage: string): never => {
  console.error(`${message}\n\n${usage}`)
  process.exit(usageExit)
}

const common = ["api", "interval", "operation", "target"]

// Timers that are set for longer fire at once.
const longestInterval = 2 ** 31 - 1

/** Reads the arguments that recording and verifying share, and those in `names`; exits where they make no sense. */
export const readArguments = (names: ReadonlyArray<string>, usage: string) => {
  const { api, interval = "1000", operation, target, ...more } = parse([...common, ...names], usage)
  if (target === undefined) return fail("--target is missing", usage)
  const url = target === "emulator" || target === "sandbox" ? undefined : target
  const fault = url === undefined ? undefined : baseUrlFault(url)
  if (fault !== undefined) {
    return fail(`--target is neither emulator nor sandbox nor a base URL: it ${fault}`, usage)
  }
  if (!/^\d+$/.test(interval) || Number(interval) > longestInterval) {
    return fail(`--interval ${interval} is not a number of milliseconds up to ${longestInterval}`, usage)
  }
  const chosen = contracts.filter(
    (contract) =>
      (api === undefined || contract.api === api) &&
      (operation === undefined || contract.operation === operation),
  )
  if (chosen.length === 0) return fail(`No such API or operation; there are:\n${known(contracts)}`, usage)
  const refused = url === undefined ? undefined : hostRefusal(chosen, new URL(url).hostname)
  if (refused !== undefined) return fail(refused, usage)
  // Paths are appended to it.
  return { contracts: chosen, interval: Number(interval), more, target: withoutEndSlashes(target) }
}

/** Why some of these contracts can't be performed at a host; `undefined` where all can. */
const hostRefusal = (chosen: ReadonlyArray<Contract>, host: string): string | undefined => {
  if (chosen.every((contract) => !isSandbox(contract, host))) {
    const sandboxes = new Set(chosen.flatMap((contract) => contract.sandboxes))
    return `--target ${host} is not a sandbox; production is never tested. Sandboxes: ${[...sandboxes].join(", ")}`
  }
  return !isLoopback(host) && new Set(chosen.map(({ api }) => api)).size > 1
    ? "Name one --api: the credentials of the others would be sent to the same host"
    : undefined
}

const parse = (names: ReadonlyArray<string>, usage: string): Readonly<Record<string, string | undefined>> => {
  try {
    return parseArgs({
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    }).values
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), usage)
  }
}

const known = (all: ReadonlyArray<Contract>) =>
  all.map(({ api, operation }) => `  ${api}  ${operation}`).join("\n")
