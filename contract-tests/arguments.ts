import { parseArgs } from "node:util"
import { isLoopback } from "../src/contract/throttle.ts"
import type { Contract } from "../src/contract/scenario.ts"
import { contracts } from "./fixtures.ts"

/** Wrong usage, by the convention of sysexits. */
export const usageExit = 64

export const fail = (message: string, usage: string): never => {
  console.error(`${message}\n\n${usage}`)
  process.exit(usageExit)
}

const common = ["api", "interval", "operation", "target"]

/** Reads the arguments that recording and verifying share, and those in `names`; exits where they make no sense. */
export const readArguments = (names: ReadonlyArray<string>, usage: string) => {
  const { api, interval = "1000", operation, target, ...more } = parse([...common, ...names], usage)
  if (target === undefined) return fail("--target is missing", usage)
  if (target !== "emulator" && target !== "sandbox" && !/^https?:\/\/[^/]/.test(target)) {
    return fail(`--target ${target} is neither emulator nor sandbox nor a base URL`, usage)
  }
  if (!/^\d+$/.test(interval)) return fail(`--interval ${interval} is no number of milliseconds`, usage)
  const chosen = contracts.filter(
    (contract) =>
      (api === undefined || contract.api === api) &&
      (operation === undefined || contract.operation === operation),
  )
  if (chosen.length === 0) return fail(`No such API or operation; there are:\n${known(contracts)}`, usage)
  const elsewhere = /^https?:/.test(target) && !isLoopback(new URL(target).hostname)
  if (elsewhere && new Set(chosen.map((contract) => contract.api)).size > 1) {
    return fail("Name one --api: the credentials of the others would be sent to the same host", usage)
  }
  return { contracts: chosen, interval: Number(interval), more, target }
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
