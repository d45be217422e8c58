import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { Agent, request as ask } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { buildWorker } from "./build-worker.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { readNumbers } from "./numbers.ts"
import { callerKey, otherCallerKey, routes } from "./routes.ts"
import { startWorkerd } from "./workerd.ts"

/** Expectations. */
const healthWithinMs = 1_000
const recoveredWithinMs = 5_000
const answeredWithinMs = 20_000

const providerMs = 2_000
const probeMs = 16_000
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const { seconds } = readNumbers({ seconds: 60 }, "Usage: node contract-tests/overload.ts [--seconds <n>]")
const loadMs = seconds * 1_000

// A slow provider in a process of its own: who asks must not share its event loop.
const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-overload-"))
const provider = spawn(process.execPath, [`${import.meta.dirname}/emulator/main.ts`, "--port", "0"])
process.on("exit", () => provider.kill() && rmSync(scratch, { recursive: true }))
const emulator = /http:\S+/.exec(String((await once(provider.stdout, "data"))[0]))?.[0] ?? ""
const body = JSON.stringify({ fault: { kind: "delay", ms: providerMs } })
await fetch(`${emulator}/__emulator/faults`, { body, method: "POST" })
const { url } = await startWorkerd(await buildWorker(scratch), {
  ...environment(emulator),
  CALLER_KEYS: callerKeys({ others: [otherCallerKey], tests: [callerKey] }),
})

interface Exchange {
  /** When it was begun and how long it took, in milliseconds. */
  readonly at: number
  readonly took: number
  /** The status and a problem's kind, or `none` where no answer came. */
  readonly what: string
}

const agent = new Agent({ keepAlive: true })
const begun = Date.now()

const exchange = (path: string, body?: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<Exchange>((resolve) => {
    const at = Date.now()
    const end = (what: string) => resolve({ at, took: Date.now() - at, what })
    const sent = ask(`${url}${path}`, { agent, headers, method: body === undefined ? "GET" : "POST" })
    sent.setTimeout(answeredWithinMs, () => sent.destroy())
    sent.on("error", () => end("none"))
    sent.on("response", (response) => {
      let text = ""
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk))
      response.on("close", () => end(`${response.statusCode} ${/"\/docs#([\w-]+)"/.exec(text)?.[1] ?? "ok"}`))
    })
    sent.end(body)
  })

// A key is a Durable Object, and one that ended is open for a while yet: a runtime that serves the whole world alone
// runs out of files. One call in so many is keyed.
const keyedEvery = 10
const repeatable = routes.filter(([, { repeatable }]) => repeatable)
let count = 0
/** Calls without a key in turn with all that have one. */
const call = () => {
  const keyed = ++count % keyedEvery === 0
  const [, route] = (keyed ? routes[(count / keyedEvery) % routes.length] : repeatable[count % 2]) ?? []
  if (route === undefined) throw new Error("There is no route")
  // One caller gets 400 of the slots at most: two fill them all.
  const caller = Math.floor(count / 2) % 2 === 0 ? callerKey : otherCallerKey
  const headers = {
    authorization: `Bearer ${caller}`,
    "content-type": "application/json",
    ...(keyed ? { "idempotency-key": crypto.randomUUID() } : {}),
  }
  return exchange(route.path, JSON.stringify(route.input.body), headers)
}

/**
 * Calls that succeed in a second, where each that ends is followed by another and as many are under way as fit. The
 * best of the times that a call takes: the first ones see the Worker warm up.
 */
const sustained = async () => {
  const from = Date.now()
  const ended: Array<Exchange> = []
  const lane = async () => {
    while (Date.now() - from < probeMs) ended.push(await call())
  }
  await Promise.all(Array.from({ length: 480 }, lane))
  const good = ended.filter(({ what }) => what === "201 ok")
  const windows = Map.groupBy(good, ({ at, took }) => Math.floor((at + took - from) / providerMs))
  return Math.max(...[...windows.values()].map(({ length }) => length)) / (providerMs / 1_000)
}

const health: Array<Exchange> = []
const watching = setInterval(() => void exchange("/health").then((answer) => health.push(answer)), 100)

const rate = await sustained()
const offered = 2 * rate
console.log(`Sustained with a provider that takes ${providerMs} ms: ${rate.toFixed(0)} calls a second.`)
console.log(`Offered for ${seconds} s: ${offered.toFixed(0)} calls a second, whatever comes of them.\n`)

// What makes this process wait makes its answers late, and is not the Worker's.
const own = monitorEventLoopDelay({ resolution: 10 })
own.enable()
const start = Date.now()
const underWay: Array<Promise<Exchange>> = []
while (Date.now() - start < loadMs) {
  while (underWay.length < ((Date.now() - start) / 1_000) * offered) underWay.push(call())
  await sleep(5)
}
const end = Date.now()
let recovered = Infinity
while (recovered === Infinity && Date.now() - end < answeredWithinMs) {
  const { took, what } = await call()
  if (what === "201 ok" && took < providerMs + 1_000) recovered = Date.now() - end
}
const answers = await Promise.all(underWay)
clearInterval(watching)

const percentile = (all: ReadonlyArray<Exchange>, part: number) =>
  all.map(({ took }) => took).sort((left, right) => left - right)[Math.floor(part * (all.length - 1))]
const secondOf = ({ at }: Exchange) => Math.floor((at - start) / 1_000)
const kinds = [...new Set(answers.map(({ what }) => what))].sort()
const bySecond = Map.groupBy(answers, secondOf)
console.table(
  [...bySecond].map(([second, own]) => ({
    second,
    ...Object.fromEntries(kinds.map((kind) => [kind, own.filter(({ what }) => what === kind).length])),
    "slowest /health": Math.max(...health.filter((one) => secondOf(one) === second).map(({ took }) => took)),
  })),
)
console.table(
  kinds.map((kind) => {
    const own = answers.filter(({ what }) => what === kind)
    const [median, p99] = [0.5, 0.99].map((part) => percentile(own, part))
    return { answer: kind, count: own.length, "median ms": median, "99% ms": p99 }
  }),
)

console.log(`This process was itself late by up to ${Math.round(own.max / 1e6)} ms.`)
const slowest = Math.max(...health.filter(({ at }) => at >= start).map(({ took }) => took))
const expectations: ReadonlyArray<readonly [string, boolean]> = [
  ["load is shed", kinds.includes("503 overloaded")],
  ["nothing but successes and shed load", kinds.every((kind) => /^201 ok$|^503 overloaded$/.test(kind))],
  [`/health answers within ${healthWithinMs} ms: ${slowest} ms at the slowest`, slowest < healthWithinMs],
  ["/health always answers", health.every(({ what }) => what === "200 ok")],
  [`a call succeeds ${recovered} ms after the load, of ${recoveredWithinMs}`, recovered < recoveredWithinMs],
]
for (const [what, ok] of expectations) console.log(`${ok ? "ok    " : "BROKEN"}  ${what}`)
console.log(`${((Date.now() - begun) / 1_000).toFixed(0)} s in all`)
process.exit(expectations.every(([, ok]) => ok) ? 0 : 1)
