import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { output } from "./child.ts"
import { compare, type Goal, type Row, type Section } from "./figures.ts"
import { type Bundle, bundled } from "./sizes.ts"
import { type Name, request, startUpstream, startWorker } from "./workers.ts"

// In a process of its own each time: nothing is compiled yet, and the process's own start is not counted.
const evaluation = `const cpu = process.cpuUsage(), begun = performance.now()
await import(process.argv[1])
const time = performance.now() - begun, { system, user } = process.cpuUsage(cpu)
console.log(JSON.stringify({ cpu: (system + user) / 1_000, time }))`

interface Evaluation {
  readonly cpu: number
  readonly time: number
}

/** Milliseconds from a module's file to its evaluated exports. */
const evaluate = async (file: string): Promise<Evaluation> => {
  const args = ["--input-type=module", "--eval", evaluation, file]
  return JSON.parse(await output(process.execPath, args, tmpdir())) as Evaluation
}

/** Takes turns; the results of each side in order. */
const inTurn = async <Side, Measured>(
  sides: readonly [Side, Side],
  rounds: number,
  measure: (side: Side) => Promise<Measured>,
): Promise<readonly [ReadonlyArray<Measured>, ReadonlyArray<Measured>]> => {
  const measured: readonly [Array<Measured>, Array<Measured>] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const [at, side] of sides.entries()) measured[at]?.push(await measure(side))
  }
  return measured
}

const evaluations = async (rounds: number): Promise<ReadonlyArray<Row>> => {
  const directory = mkdtempSync(join(tmpdir(), "edge-checkout-bench-"))
  process.once("exit", () => rmSync(directory, { force: true, recursive: true }))
  const written = async (bundle: Bundle, name: string) => {
    const file = join(directory, name)
    writeFileSync(file, (await bundled(bundle)).text)
    return file
  }
  const files = [
    await written("the Worker", "worker.mjs"),
    await written("effect/Effect and effect/Schema", "effect.mjs"),
  ] as const
  const [worker, effect] = await inTurn(files, rounds, evaluate)
  const row = (what: string, of: (evaluation: Evaluation) => number, goal: Goal): Row =>
    compare(
      { against: "effect/Effect and effect/Schema", goal, subject: "the Worker", unit: "ms", what },
      worker.map(of),
      effect.map(of),
    )
  const goal: Goal = { is: "<=", value: 2 }
  const what = "module read, compiled and evaluated in Node"
  return [row(`${what}, time`, ({ time }) => time, goal), row(`${what}, CPU`, ({ cpu }) => cpu, goal)]
}

/** From the start of workerd to the first 201. */
const firstRequests = async (rounds: number): Promise<Row> => {
  const upstream = await startUpstream()
  const firstRequest = async (name: Name): Promise<number> => {
    const begun = performance.now()
    const { stop, url } = await startWorker(name, upstream.port)
    const { body, callerKey, path } = request
    const headers = { authorization: `Bearer ${callerKey}`, "content-type": "application/json" }
    const response = await fetch(url + path, { body, headers, method: "POST" })
    const took = performance.now() - begun
    if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
    await stop()
    return took
  }
  // Built before it is timed.
  for (const name of ["ours", "bare"] as const) await firstRequest(name)
  const measured = await inTurn(["ours", "bare"], rounds, firstRequest)
  upstream.stop()
  return compare(
    {
      against: "a bare Worker",
      subject: "the Worker",
      unit: "ms",
      what: "from the start of workerd to the first 201",
    },
    ...measured,
  )
}

export const startUp = async (quick: boolean): Promise<Section> => ({
  rows: [...(await evaluations(quick ? 3 : 21)), await firstRequests(quick ? 3 : 11)],
})
