import { execFileSync } from "node:child_process"
import { subscribe } from "node:diagnostics_channel"
import { parseArgs } from "node:util"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { hostileInputs } from "./hostile-inputs.ts"
import { faultsLogged, type Sent, sendHostile } from "./hostile-run.ts"
import { startWorker } from "./worker/start-worker.ts"

const { requests, seed } = parseArgs({
  options: { requests: { default: "10000", type: "string" }, seed: { default: "1", type: "string" } },
}).values
const rounds = 10
/** Requests of one caller: far from where the Worker would limit it, which would hide what comes of them. */
const ofOneCaller = 1_000

// wrangler runs its proxy and the Worker each in a workerd of its own.
const runtimes: Array<number> = []
subscribe("child_process", (message) => {
  const child = (message as { readonly process: { readonly pid?: number } }).process
  queueMicrotask(() => child.pid !== undefined && runtimes.push(child.pid))
})
const memory = () => {
  const listed = execFileSync("ps", ["-o", "rss=,comm=", "-p", runtimes.join()], { encoding: "utf8" })
  const sizes = listed.split("\n").flatMap((line) => /^\s*(\d+) .*workerd/.exec(line)?.[1] ?? [])
  return sizes.map((kib) => `${Math.round(Number(kib) / 1024)} MiB`).join(" + ")
}

const keys = Array.from({ length: Math.ceil(Number(requests) / ofOneCaller) }, () => crypto.randomUUID())
const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys(Object.fromEntries(keys.map((key, at) => [`caller-${at}`, [key]]))),
})

const tally = (title: string, answers: ReadonlyArray<Sent>) => {
  const counted = Map.groupBy(answers, ({ status }) => status ?? "none")
  const parts = [...counted].sort(([left], [right]) => String(left).localeCompare(String(right)))
  console.log(`${title}: ${parts.map(([status, { length }]) => `${length} × ${status}`).join(", ")}`)
}

const inputs = hostileInputs(Number(requests), Number(seed))
const begun = Date.now()
const sent: Array<Sent> = []
console.log(`${inputs.length} hostile requests, seed ${seed}\nMemory of workerd before: ${memory()}`)
for (let round = 0; round < rounds; round++) {
  // Every round has all families in it, so that one round's memory can be held against another's.
  const own = inputs.filter((_, at) => at % rounds === round)
  sent.push(...(await sendHostile(worker.url, keys, own)))
  console.log(`after ${String(sent.length).padStart(6)}: ${memory()}`)
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
