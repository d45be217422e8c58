import { cpuOf, start } from "./child.ts"
import { compare, type Goal, median, type Section } from "./figures.ts"
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

/** Loads the sides in turn; gives the rounds of each. */
const contest = async (sides: ReadonlyArray<Side>, { roundMs, rounds, warmUpMs }: Lengths) => {
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

  const measured = new Map<Side, Array<Round>>(sides.map((side) => [side, []]))
  for (const side of sides) await load(side, warmUpMs)
  for (let round = 0; round < rounds; round++) {
    for (const [side, own] of measured) own.push(await load(side, roundMs))
  }
  generator.stop()
  upstream.stop()
  for (const workerd of workerds.values()) await workerd.stop()
  return measured
}

const measures = [
  ["requests a second", "/s", ({ milliseconds, requests }) => (requests / milliseconds) * 1_000],
  ["median latency", "ms", ({ p50 }) => p50],
  ["99 % latency", "ms", ({ p99 }) => p99],
  ["CPU of workerd a request", "µs", ({ cpu }) => cpu],
] as const satisfies ReadonlyArray<readonly [string, string, (round: Round) => number]>

/** How busy each process was: where workerd does not take a whole core, something else was waited for. */
const business = ({ name }: Side, rounds: ReadonlyArray<Round>) => {
  const parts = Object.keys(rounds[0]?.busy ?? {}).map(
    (process) => `${process} ${median(rounds.map(({ busy }) => busy[process] ?? NaN)).toFixed(0)} %`,
  )
  return `${name}: of a core took ${parts.join(", ")}`
}

const crowded = "Where a workerd got less than a core, others had it: go by CPU"

/** Two sides to compare. The goal is for the ratio of their requests a second. */
type Pair = readonly [subject: Side, against: Side, goal?: Goal]

const section =
  (pairs: ReadonlyArray<Pair>, lengths: Lengths, notes: ReadonlyArray<string>) =>
  async (quick: boolean): Promise<Section> => {
    const sides = [...new Set(pairs.flatMap(([subject, against]) => [subject, against]))]
    const measured = await contest(sides, quick ? { roundMs: 500, rounds: 3, warmUpMs: 500 } : lengths)
    const rounds = (side: Side) => measured.get(side) ?? []
    const busy = sides.map((side) => business(side, rounds(side)))
    return {
      notes: [`${connections} connections`, ...busy, crowded, ...notes],
      rows: measures.flatMap(([what, unit, of], at) =>
        pairs.map(([subject, against, goal]) =>
          compare(
            {
              against: against.name,
              goal: at === 0 ? goal : undefined,
              subject: subject.name,
              unit,
              what,
            },
            rounds(subject).map(of),
            rounds(against).map(of),
          ),
        ),
      ),
    }
  }

const ours: Side = { keyed: false, name: "the Worker", worker: "ours" }
const bare: Side = { keyed: false, name: "a bare Worker", worker: "bare" }
const peer: Side = { keyed: false, name: "Hono, zod, openapi-fetch, p-retry", worker: "peer" }
const program: Side = { keyed: false, name: "the program alone", worker: "program" }
const surface: Side = { keyed: false, name: "the program with the surface", worker: "surface" }

/** The Worker against one written by hand and one written with libraries, and what its layers cost. */
export const worker = section(
  [
    [ours, bare, { is: ">=", value: 0.68 }],
    [ours, peer, { is: ">=", value: 1.05 }],
    [peer, bare],
    [program, bare],
    [surface, bare],
  ],
  { roundMs: 1_500, rounds: 11, warmUpMs: 6_000 },
  [],
)

/** The cost of an Idempotency-Key. A key stays open for seconds, so rounds are short to keep few open at once. */
export const keyed = section(
  [[{ keyed: true, name: "with a key", worker: "ours" }, ours]],
  { roundMs: 1_000, rounds: 9, warmUpMs: 2_000 },
  ["Keys are stored on disk, which workerd waits for; where TMPDIR is in memory it does not"],
)
