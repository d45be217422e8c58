import { readNumbers } from "../numbers.ts"
import { chaos } from "./chaos.ts"
import { table } from "./table.ts"

const usage = `Usage: npm run chaos -- [--seed <n>] [--requests <n>] [--copies <n>] [--kills <n>] [--seconds <n>]

The same seed and numbers make the same plan. After --seconds no request is begun any more.`

const defaults = { copies: 5, kills: 20, requests: 2_000, seconds: 600, seed: Date.now() % 1_000_000 }
const limits = { ...readNumbers(defaults, usage), silences: true }

// Leaving is enough: the emulator is of this process, and wrangler's exit hook ends the runtime.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1))

// The shell that npm puts between passes no signal on: it dies, and this would stay.
const { ppid } = process
setInterval(() => process.ppid === ppid || process.exit(1), 250).unref()

console.log(`seed ${limits.seed}`)
const every = Math.ceil(limits.requests / 10)
const survived = await chaos(limits, (done) => {
  if (done % every === 0) console.log(`${done} of ${limits.requests} requests`)
})
console.log(`\n${table(limits, survived)}`)
process.exit([...survived.violations.values()].some(({ length }) => length > 0) ? 1 : 0)
