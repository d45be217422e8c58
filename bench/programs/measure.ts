/**
 * Measures the ways to call in the runtime that runs it: `measure.ts <port of an upstream> <JSON of lengths>`. Prints
 * JSON. All ways are in one process and in turn.
 */
import process from "node:process"
import { withAxios, withAxiosOnFetch } from "./axios.ts"
import { operations, type Transport, type Way } from "./cases.ts"
import { withEffect } from "./effect.ts"
import { withFetch } from "./fetch.ts"
import { inMemory } from "./in-memory.ts"
import { withOpenapiFetch } from "./openapi-fetch.ts"

export interface Lengths {
  readonly rounds: number
  readonly roundMs: number
  readonly warmUpMs: number
}

/** Microseconds a call, a round each. */
export interface Costs {
  readonly cpu: ReadonlyArray<number>
  readonly wall: ReadonlyArray<number>
}

export interface Measured {
  readonly operation: string
  readonly transport: string
  readonly ways: Readonly<Record<string, Costs>>
}

const [port = "", lengths = ""] = process.argv.slice(2)
const { roundMs, rounds, warmUpMs } = JSON.parse(lengths) as Lengths

const ways: Readonly<Record<string, (transport: Transport) => Way>> = {
  axios: withAxios,
  "axios on fetch": withAxiosOnFetch,
  "fetch by hand": withFetch,
  "openapi-fetch": withOpenapiFetch,
  program: withEffect,
}
const transports: Readonly<Record<string, Transport>> = {
  "in memory": inMemory,
  loopback: { baseUrl: `http://127.0.0.1:${port}` },
}

type Call = () => Promise<unknown>

/** One call after the other. */
const round = async (call: Call, calls: number) => {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  for (let at = 0; at < calls; at++) await call()
  const wall = (performance.now() - begun) * 1_000
  const { system, user } = process.cpuUsage(cpu)
  return { cpu: (system + user) / calls, wall: wall / calls }
}

/**
 * Calls until it is warm; how many calls make a round. Warm is what did not get a twentieth cheaper for as long as
 * `warmUpMs`: it takes thousands of calls until all of a program is optimised, and few until all of a bare one is.
 */
const warmUp = async (call: Call): Promise<number> => {
  let best = await round(call, 10)
  const start = performance.now()
  for (let improved = start; improved + warmUpMs > performance.now();) {
    const last = await round(call, Math.ceil(100_000 / best.wall))
    if (last.cpu < 0.95 * best.cpu && performance.now() - start < 8 * warmUpMs) improved = performance.now()
    if (last.cpu < best.cpu) best = last
  }
  return Math.max(1, Math.round((roundMs * 1_000) / best.wall))
}

/** Takes turns: a round of each, and again. */
const inTurn = async (calls: ReadonlyArray<readonly [name: string, call: Call]>) => {
  const costs = calls.map(([name]) => ({ cpu: [] as Array<number>, name, wall: [] as Array<number> }))
  const counts: Array<number> = []
  for (const [, call] of calls) counts.push(await warmUp(call))
  for (let at = 0; at < rounds; at++) {
    for (const [way, [, call]] of calls.entries()) {
      const { cpu, wall } = await round(call, counts[way] ?? 0)
      costs[way]?.cpu.push(cpu)
      costs[way]?.wall.push(wall)
    }
  }
  return Object.fromEntries(costs.map(({ cpu, name, wall }) => [name, { cpu, wall }]))
}

const measured: Array<Measured> = []
for (const [transport, to] of Object.entries(transports)) {
  const made = Object.entries(ways).map(([name, way]) => [name, way(to)] as const)
  for (const operation of operations) {
    const calls = made.flatMap(([name, { [operation]: call }]) => (call ? [[name, call] as const] : []))
    measured.push({ operation, transport, ways: await inTurn(calls) })
  }
}
console.log(JSON.stringify(measured))
process.exit()
