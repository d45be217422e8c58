import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildWorker } from "./build-worker.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { hostileInputs } from "./hostile-inputs.ts"
import { faultsLogged, type Sent, sendHostile } from "./hostile-run.ts"
import { readNumbers } from "./numbers.ts"
import { callerKey } from "./routes.ts"
import { startWorkerd } from "./workerd.ts"

const { requests, seed } = readNumbers(
  { requests: 10_000, seed: 1 },
  "Usage: npm run hostile -- [--requests <n>] [--seed <n>]",
)
const rounds = 10
const sampleMs = 50

const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-hostile-"))
process.on("exit", () => rmSync(scratch, { recursive: true }))
const emulator = await startEmulator()
const worker = await startWorkerd(await buildWorker(scratch), {
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})

const MiB = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
const resident = () =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(worker.pid)], { encoding: "utf8" })) * 1024

/** The least that the heap held meanwhile, which is the nearest to what is in use: the rest is not collected yet. */
const leastHeap = async <A>(meanwhile: Promise<A>) => {
  let least = await worker.heap()
  let busy = true
  const result = meanwhile.finally(() => (busy = false))
  while (busy) {
    await new Promise((resolve) => setTimeout(resolve, sampleMs))
    least = Math.min(least, await worker.heap())
  }
  return [await result, least] as const
}

const tally = (title: string, answers: ReadonlyArray<Sent>) => {
  const counted = Map.groupBy(answers, ({ status }) => status ?? "none")
  const parts = [...counted].sort(([left], [right]) => String(left).localeCompare(String(right)))
  console.log(`${title}: ${parts.map(([status, { length }]) => `${length} × ${status}`).join(", ")}`)
}

const inputs = hostileInputs(requests, seed)
const begun = Date.now()
const sent: Array<Sent> = []
console.log(
  `${inputs.length} hostile requests, seed ${seed}\nbefore: heap ${MiB(await worker.heap())}, resident ${MiB(resident())}`,
)
for (let round = 0; round < rounds; round++) {
  // Every round has all families in it, so that one round's memory can be held against another's.
  const own = inputs.filter((_, at) => at % rounds === round)
  const [answers, least] = await leastHeap(sendHostile(worker.url, [callerKey], own))
  sent.push(...answers)
  console.log(`after ${sent.length}: heap at least ${MiB(least)}, resident ${MiB(resident())}`)
}
// A request later, all lines of those before are there.
const last = crypto.randomUUID()
await fetch(`${worker.url}/health`, { headers: { "x-request-id": last } })
while (!worker.logs().some((line) => line.includes(last))) await new Promise(setImmediate)

tally(
  "answered by the Worker",
  sent.filter(({ byWorker }) => byWorker),
)
tally(
  "answered by what stands before it",
  sent.filter(({ byWorker }) => !byWorker),
)
const faults = Map.groupBy(
  sent.filter(({ fault }) => fault !== undefined),
  ({ fault, name }) => `${name}: ${fault}`,
)
for (const [what, { length }] of faults) console.log(`FAULT ${length} × ${what}`)
const logged = faultsLogged(worker.logs())
for (const line of logged.slice(0, 5)) console.log(`FAULT logged: ${line}`)
const reached = emulator.received().length
const seconds = ((Date.now() - begun) / 1000).toFixed(1)
console.log(
  `${faults.size} kinds of faults, ${logged.length} logged, ${reached} reached a provider; ${seconds} s`,
)

await Promise.all([worker.stop(), emulator.close()])
process.exit(faults.size + logged.length + reached > 0 ? 1 : 0)
