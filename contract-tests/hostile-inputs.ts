/** Requests that nobody makes by mistake, as the bytes that go over a connection: generated, the same for a seed. */
import fc from "fast-check"
import { hostileBodies } from "./hostile-bodies.ts"
import { hostileHeads, noHttp } from "./hostile-heads.ts"
import { type Route, routes } from "./routes.ts"

export type Header = readonly [name: string, value: string]

/** How a request differs from a valid one. A header takes the place of the valid request's of that name. */
export interface Change {
  readonly method?: string
  readonly target?: string
  readonly headers?: ReadonlyArray<Header>
  readonly body?: string | Uint8Array
  /** The whole request. */
  readonly raw?: Uint8Array
}

/** Changes that make a request hostile; `json` is its valid body. */
export type Changes = (route: Route, json: string) => fc.Arbitrary<Change>

export interface Hostile {
  readonly name: string
  /**
   * Whether it is HTTP, so that the Worker has to answer it. What is not may be refused in its own way by what stands
   * before the Worker (workerd's parser, wrangler's proxy), or be cut off.
   */
  readonly http: boolean
  readonly bytes: (key: string, id: string) => Buffer
}

export const one = <A>(...all: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...all)
export const between = (min: number, max: number) => fc.integer({ max, min })
export const headers = (all: fc.Arbitrary<ReadonlyArray<Header>>) =>
  all.map((headers): Change => ({ headers }))
export const latin = (text: string) => Buffer.from(text, "latin1")

const bytesOf =
  (route: Route, json: string, change: Change): Hostile["bytes"] =>
  (key, id) => {
    const { body = json, headers = [], method = "POST", raw, target = route.path } = change
    if (raw !== undefined) return Buffer.from(raw)
    const content = Buffer.from(body)
    const valid: ReadonlyArray<Header> = [
      ["host", "gateway.example"],
      ["connection", "close"],
      ["x-request-id", id],
      ["authorization", `Bearer ${key}`],
      ["content-type", "application/json"],
      ["content-length", String(content.length)],
      ["idempotency-key", `"${id}"`],
    ]
    const changed = new Set(headers.map(([name]) => name))
    const all = [...valid.filter(([name]) => !changed.has(name)), ...headers]
    const head = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`), "", ""]
    return Buffer.concat([latin(head.join("\r\n")), content])
  }

// A function: the modules of the families import this one.
const families = () => [
  ...Object.entries({ ...hostileBodies, ...hostileHeads }).map((family) => [...family, true] as const),
  ...Object.entries(noHttp).map((family) => [...family, false] as const),
]

/** `count` requests or some more: as many of every family for every operation. */
export const hostileInputs = (count: number, seed: number): ReadonlyArray<Hostile> => {
  const numRuns = Math.ceil(count / families().length / routes.length)
  return families().flatMap(([name, changes, http]) =>
    routes.flatMap(([operation, route]) => {
      const json = JSON.stringify(route.input.body)
      return fc.sample(changes(route, json), { numRuns, seed }).map((change) => ({
        bytes: bytesOf(route, json, change),
        http,
        name: `${operation}: ${name}`,
      }))
    }),
  )
}
