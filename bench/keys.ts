/**
 * What a keyed request costs with few keys stored and with many: `node bench/keys.ts [--keys 100000]`. Two Workers in
 * workerd with their storage on disk, one with few keys and one with many, are asked in turn, so that whatever else
 * the machine does slows both. Both are killed and started again before, and remember nothing.
 */
import { randomUUID } from "node:crypto"
import { callerKeys } from "../contract-tests/caller-keys.ts"
import { startRuntime } from "../contract-tests/chaos/runtime.ts"
import { environment } from "../contract-tests/emulator/credentials.ts"
import { startEmulator } from "../contract-tests/emulator/server.ts"
import { readNumbers } from "../contract-tests/numbers.ts"
import { post, routes } from "../contract-tests/routes.ts"

const few = 100
const rounds = 20
/** Requests of one round. */
const samples = { latency: 50, throughput: 200 }
const lanes = 16
/** A key stays open for some seconds after its use: too many at once are more files than a process may have. */
const perSecond = 900

const { keys } = readNumbers({ keys: 100_000 }, "Usage: node bench/keys.ts [--keys <n>]")
const [, route] = routes.find(([operation]) => operation === "PayNow.createCheckoutSession") ?? []
if (route === undefined) throw new Error("There is no such operation")

// As many as it takes for none to reach the limit on a caller. The first digit of a key says whose it is.
const callers = Array.from("0123456789abcdef", (digit) => `caller-${digit}`)
const emulator = await startEmulator()
const vars = {
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys(Object.fromEntries(callers.map((caller) => [caller, [caller]]))),
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1))

const inLanes = async (count: number, use: () => Promise<void>) => {
  let left = count
  const lane = async () => {
    while (left-- > 0) await use()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  // What the emulator keeps of requests is no part of what they cost.
  emulator.forget()
}

/** A Worker with so many keys stored. */
const subject = async (keys: number) => {
  const runtime = await startRuntime(vars)
  const stored: Array<string> = []
  const ask = async (key: string) => {
    const headers = { authorization: `Bearer caller-${key[0]}`, "idempotency-key": key }
    const response = await post({ url: await runtime.url() }, route, { headers })
    if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
    await response.arrayBuffer()
  }
  const fresh = async () => {
    const key = randomUUID()
    await ask(key)
    stored.push(key)
  }
  while (stored.length < keys) {
    const next = performance.now() + 1_000
    await inLanes(Math.min(perSecond, keys - stored.length), fresh)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  await runtime.kill()
  // Of as many keys here as there: a key that was asked for a moment ago is still open, and cheaper.
  const replayed = () => ask(stored[Math.floor(Math.random() * few) * Math.floor(keys / few)] ?? "")
  return { absence: runtime.absences[0], costs: costs({ fresh, replayed }), keys, stop: runtime.stop }
}

/** The costs of ways to ask, measured a round at a time. */
const costs = (ways: Readonly<Record<"fresh" | "replayed", () => Promise<void>>>) => {
  const measured = (use: () => Promise<void>) => {
    const took: Array<number> = []
    let busy = 0
    return {
      result: () => {
        took.sort((left, right) => left - right)
        const [half, most] = [0.5, 0.95].map((share) => took[Math.floor(took.length * share)])
        return { half, most, rate: (rounds * samples.throughput) / (busy / 1_000) }
      },
      round: async () => {
        for (let n = 0; n < samples.latency; n++) {
          const begun = performance.now()
          await use()
          took.push(performance.now() - begun)
        }
        const begun = performance.now()
        await inLanes(samples.throughput, use)
        busy += performance.now() - begun
      },
      warmUp: () => inLanes(samples.throughput, use),
    }
  }
  return { fresh: measured(ways.fresh), replayed: measured(ways.replayed) }
}

const milliseconds = (value = NaN) => `${value.toFixed(2).padStart(8)} ms`
const subjects = [await subject(few), await subject(keys)]
try {
  for (const way of ["replayed", "fresh"] as const) {
    for (const { costs } of subjects) await costs[way].warmUp()
    for (let round = 0; round < rounds; round++) for (const { costs } of subjects) await costs[way].round()
    console.log(
      `${way.padEnd(10)}${"median".padStart(11)}${"95 %".padStart(11)}${`${lanes} lanes`.padStart(11)}`,
    )
    for (const { costs, keys } of subjects) {
      const { half, most, rate } = costs[way].result()
      const name = `${keys.toLocaleString("en")} keys`.padStart(14)
      console.log(`${name}${milliseconds(half)}${milliseconds(most)}${rate.toFixed(0).padStart(9)}/s`)
    }
  }
  for (const { absence, keys } of subjects)
    console.log(`${keys.toLocaleString("en")} keys: back${milliseconds(absence)} after a SIGKILL`)
} finally {
  await Promise.all([...subjects.map(({ stop }) => stop()), emulator.close()])
}
