import { cpuOf, start } from "./child.ts"
import { compare, type Goal, median, type Row, type Section } from "./figures.ts"
import type { Load, Loaded } from "./load.ts"
import { type Name, request, startUpstream, startWorker } from "./workers.ts"

const connections = 32

/** A Worker under load, and what it is asked with. */
interface Side {
  readonly name: string
  readonly worker: Name
  readonly keyed: boolean
}

interface Lengths {
  readonly rounds: number
  readonly roundMs: number
  readonly warmUpMs: number
}

interface Round extends Loaded {
  /** Microseconds of workerd for a request. */
  readonly cpu: number
  /** The part of a core that a process took, in percent. */
  readonly busy: Readonly<Record<string, number>>
}

/** Loads two sides in turn. */
const contest = async (sides: readonly [Side, Side], { roundMs, rounds, warmUpMs }: Lengths) => {
  const upstream = await startUpstream()
  const generator = start("load.ts")
  const names = [...new Set(sides.map(({ worker }) => worker))]
  const workerds = new Map(
    await Promise.all(names.map(async (name) => [name, await startWorker(name, upstream.port)] as const)),
  )

  const load = async ({ keyed, worker }: Side, milliseconds: number): Promise<Round> => {
    const { pid = 0, url = "" } = workerds.get(worker) ?? {}
    const pids = Object.entries({
      generator: generator.pid,
      this: process.pid,
      upstream: upstream.pid,
      workerd: pid,
    })
    const before = pids.map(([, pid]) => cpuOf(pid))
    const asked: Load = { ...request, connections, keyed, milliseconds, port: Number(new URL(url).port) }
    const loaded = (await generator.ask(asked)) as Loaded
    const used = pids.map(([name, pid], at) => [name, cpuOf(pid) - (before[at] ?? NaN)] as const)
    const busy = used.map(([name, cpu]) => [name, cpu / 10 / loaded.milliseconds] as const)
    return { ...loaded, busy: Object.fromEntries(busy), cpu: (used.at(-1)?.[1] ?? NaN) / loaded.requests }
  }

  const measured: readonly [Array<Round>, Array<Round>] = [[], []]
  for (const side of sides) await load(side, warmUpMs)
  for (let round = 0; round < rounds; round++) {
    for (const [at, side] of sides.entries()) measured[at]?.push(await load(side, roundMs))
  }
  generator.stop()
  upstream.stop()
  for (const workerd of workerds.values()) await workerd.stop()
  return measured
}

const figures = (
  [one, other]: readonly [Side, Side],
  measured: readonly [Array<Round>, Array<Round>],
  goal?: Goal,
) => {
  const row = (what: string, unit: string, of: (round: Round) => number, goal?: Goal): Row =>
    compare(
      { against: other.name, goal, subject: one.name, unit, what },
      measured[0].map(of),
      measured[1].map(of),
    )
  return [
    row("requests a second", "/s", ({ milliseconds, requests }) => (requests / milliseconds) * 1_000, goal),
    row("median latency", "ms", ({ p50 }) => p50),
    row("99 % latency", "ms", ({ p99 }) => p99),
    row("CPU of workerd a request", "µs", ({ cpu }) => cpu),
  ]
}

/** How busy everybody was: where workerd does not take a whole core, somebody else was waited for. */
const business = ({ name }: Side, rounds: ReadonlyArray<Round>) => {
  const parts = Object.keys(rounds[0]?.busy ?? {}).map(
    (process) => `${process} ${median(rounds.map(({ busy }) => busy[process] ?? NaN)).toFixed(0)} %`,
  )
  return `${name}: of a core took ${parts.join(", ")}`
}

const crowded = "Where a workerd got less than a core, others had it: go by CPU"

const section =
  (
    sides: readonly [Side, Side],
    lengths: Lengths,
    { goal, note }: { readonly goal?: Goal; readonly note?: string },
  ) =>
  async (quick: boolean): Promise<Section> => {
    const measured = await contest(sides, quick ? { roundMs: 500, rounds: 3, warmUpMs: 500 } : lengths)
    const busy = sides.map((side, at) => business(side, measured[at] ?? []))
    return {
      notes: [`${connections} connections`, ...busy, crowded, ...(note === undefined ? [] : [note])],
      rows: figures(sides, measured, goal),
    }
  }

/** The Worker against one written by hand. */
export const worker = section(
  [
    { keyed: false, name: "the Worker", worker: "ours" },
    { keyed: false, name: "a bare Worker", worker: "bare" },
  ],
  { roundMs: 1_500, rounds: 11, warmUpMs: 8_000 },
  { goal: { is: ">=", value: 0.8 } },
)

/** What an Idempotency-Key adds. A key stays open for seconds: rounds are short, lest there be too many at once. */
export const keyed = section(
  [
    { keyed: true, name: "with a key", worker: "ours" },
    { keyed: false, name: "without", worker: "ours" },
  ],
  { roundMs: 1_000, rounds: 9, warmUpMs: 2_000 },
  { note: "Keys are stored on disk, which workerd waits for; where TMPDIR is in memory it does not" },
)
