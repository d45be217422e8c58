import { join } from "node:path"
import { output } from "./child.ts"
import { compare, type Goal, type Row, type Section } from "./figures.ts"
import type { Lengths, Measured } from "./programs/measure.ts"
import { startUpstream } from "./workers.ts"

const root = join(import.meta.dirname, "..")
export const deno = join(root, "node_modules/.bin/deno")
const runtimes = {
  Node: [process.execPath],
  Deno: [deno, "run", "--allow-all", "--node-modules-dir=manual", "--no-lock"],
}

const goals: Readonly<Record<string, Goal>> = {
  "Node, in memory: PaywintPlatform.createCheckoutToken / fetch by hand": { is: "<=", value: 1.6 },
  "Node, in memory: PayNow.createCheckoutSession / axios": { is: "<", value: 1 },
  "Node, loopback: PayNow.createCheckoutSession / axios": { is: "<", value: 1 },
}

const rowsOf = (runtime: string, { operation, transport, ways }: Measured): ReadonlyArray<Row> => {
  const { program, ...others } = ways
  if (program === undefined) throw new Error("The program was not measured")
  return Object.entries(others).flatMap(([against, other]) => {
    const what = `${runtime}, ${transport}: ${operation}`
    const about = { against, subject: "program", unit: "µs" }
    return [
      compare(
        { ...about, goal: goals[`${what} / ${against}`], what: `${what}, CPU a call` },
        program.cpu,
        other.cpu,
      ),
      compare({ ...about, what: `${what}, time a call` }, program.wall, other.wall),
    ]
  })
}

/** The programs against other ways to make the same call. */
export const programs = async (quick: boolean): Promise<Section> => {
  const lengths: Lengths = quick
    ? { roundMs: 20, rounds: 3, warmUpMs: 100 }
    : { roundMs: 80, rounds: 9, warmUpMs: 400 }
  const upstream = await startUpstream()
  const rows: Array<Row> = []
  for (const [runtime, [command = "", ...options]] of Object.entries(runtimes)) {
    const script = join(import.meta.dirname, "programs/measure.ts")
    const args = [...options, script, String(upstream.port), JSON.stringify(lengths)]
    const measured = JSON.parse(await output(command, args, root)) as ReadonlyArray<Measured>
    rows.push(...measured.flatMap((one) => rowsOf(runtime, one)))
  }
  upstream.stop()
  return { rows }
}
