import { parseArgs } from "node:util"
import { usageExit } from "../arguments.ts"
import { chaos, type Limits } from "./chaos.ts"
import { table } from "./table.ts"

const usage = `Usage: npm run chaos -- [--seed <n>] [--requests <n>] [--copies <n>] [--kills <n>] [--seconds <n>]

The same seed and numbers make the same plan. After --seconds no request is begun any more.`

const fallbacks = { copies: 5, kills: 20, requests: 2_000, seconds: 600, seed: Date.now() % 1_000_000 }
type Name = keyof typeof fallbacks

const wrong = (problem: string): never => {
  console.error(`${problem}\n\n${usage}`)
  process.exit(usageExit)
}

const read = (): Limits => {
  const names = Object.keys(fallbacks)
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    })
    const numberOf = (name: Name) => {
      const value = values[name]
      if (value === undefined) return fallbacks[name]
      return /^\d{1,9}$/.test(value) ? Number(value) : wrong(`--${name} takes a number, not ${value}`)
    }
    return {
      copies: numberOf("copies"),
      kills: numberOf("kills"),
      requests: numberOf("requests"),
      seconds: numberOf("seconds"),
      seed: numberOf("seed"),
      silences: true,
    }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

// Leaving is enough: the emulator is of this process, and wrangler's exit hook ends the runtime.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1))

// The shell that npm puts between passes no signal on: it dies, and this would stay.
const { ppid } = process
setInterval(() => process.ppid === ppid || process.exit(1), 250).unref()

const limits = read()
console.log(`seed ${limits.seed}`)
const every = Math.ceil(limits.requests / 10)
const survived = await chaos(limits, (done) => {
  if (done % every === 0) console.log(`${done} of ${limits.requests} requests`)
})
console.log(`\n${table(limits, survived)}`)
process.exit([...survived.violations.values()].some(({ length }) => length > 0) ? 1 : 0)
