/** What happens in a run, all of it derived from a seed: but for how processes are scheduled, a failure replays. */
import fc from "fast-check"
import type { Fault } from "../emulator/fault.ts"
import { routes } from "../routes.ts"

export interface Size {
  readonly seed: number
  readonly requests: number
  readonly copies: number
  readonly kills: number
  /** Whether some providers never answer. Each costs the Worker's whole deadline. */
  readonly silences: boolean
}

/** How one of a request's callers behaves, in milliseconds from when the request begins. */
export interface Copy {
  readonly begins: number
  /** Goes away this long after its first question was sent, and asks again. */
  readonly hangsUp: number | undefined
}

export interface Planned {
  readonly reference: string
  readonly operation: string
  readonly caller: string
  readonly key: string
  readonly path: string
  readonly body: string
  readonly copies: ReadonlyArray<Copy>
  /** What the first exchange with the provider meets, the second, … Those after them meet nothing. */
  readonly faults: ReadonlyArray<Fault | undefined>
}

export interface Kill {
  /** When so many requests were begun, … */
  readonly requests: number
  /** … and so many milliseconds later. */
  readonly after: number
}

export interface Plan {
  readonly requests: ReadonlyArray<Planned>
  readonly kills: ReadonlyArray<Kill>
}

/** The Worker limits what one caller may ask; nobody is meant to get there. */
export const callers = ["ada", "ben", "cyd", "dee", "eve", "fay", "gus", "hal"]

const status = (status: number, retryAfter?: string): Fault =>
  retryAfter === undefined ? { kind: "status", status } : { kind: "status", retryAfter, status }

// Few enough that look like a provider that is down: five calls in a row open the circuit breaker.
const weighed: ReadonlyArray<readonly [number, Fault | undefined]> = [
  [56, undefined],
  [8, { kind: "delay", ms: 50 }],
  [8, { kind: "delay", ms: 400 }],
  [2, status(500)],
  [2, status(503, "1")],
  [4, { kind: "reset-before" }],
  [4, { kind: "reset-after" }],
  [2, { kind: "broken-off" }],
  [3, { kind: "html" }],
  [3, { kind: "truncated" }],
  [1, { kind: "drip", ms: 2 }],
  [2, status(404)],
  [2, status(429)],
  [3, status(429, "60")],
]
const silence: readonly [number, Fault] = [1, { kind: "delay", ms: 600_000 }]

const digits = 12
const ids: Readonly<Record<string, (digits: string) => string>> = {
  "PayNow.createCheckoutSession": (digits) => `1000000${digits}`,
  "PaywintPlatform.createPaymentLink": (digits) => `00000000-0000-4000-8000-${digits}`,
}
const bodies: Readonly<Record<string, (reference: string) => object>> = {
  "PayNow.createCheckoutSession": (reference) => ({ metadata: { reference } }),
  "PaywintPlatform.createPaymentLink": (reference) => ({ invoice_number: reference }),
}
const guarded = routes.map(([, route]) => route).filter(({ operation }) => operation in ids)

/** The reference of a request to the provider: in its path, as what is reset early has no body yet. */
export const referenceOf = (target: string): string =>
  new RegExp(`\\d{${digits}}(?=/|\\?|$)`).exec(target)?.[0] ?? target

export const planOf = ({ copies, kills, requests, seed, silences }: Size): Plan => {
  const fault = fc.oneof(
    ...(silences ? [...weighed, silence] : weighed).map(([weight, fault]) => ({
      arbitrary: fc.constant(fault),
      weight,
    })),
  )
  const copy = fc.record({
    begins: fc.integer({ max: 40, min: 0 }),
    hangsUp: fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 9 },
      { arbitrary: fc.integer({ max: 60, min: 1 }), weight: 1 },
    ),
  })
  const request = fc.record({
    copies: fc.array(copy, { maxLength: copies, minLength: copies }),
    faults: fc.array(fault, { maxLength: 4, minLength: 4 }),
    route: fc.constantFrom(...guarded),
  })
  const sample = <A>(arbitrary: fc.Arbitrary<A>, numRuns: number) =>
    fc.sample(fc.noBias(arbitrary), { numRuns, seed })
  return {
    kills: sample(
      fc.record({
        after: fc.integer({ max: 60, min: 0 }),
        at: fc.double({ max: 0.9, min: 0.3, noNaN: true }),
      }),
      kills,
    ).map(({ after, at }, n) => ({ after, requests: Math.floor(((n + at) * requests) / kills) })),
    requests: sample(request, requests).map(
      ({ copies, faults, route: { input, operation, template } }, n) => {
        const reference = String(n).padStart(digits, "0")
        return {
          body: JSON.stringify({ ...Object(input.body), ...bodies[operation]?.(reference) }),
          caller: callers[n % callers.length] ?? "",
          copies,
          faults,
          key: `chaos-${n}`,
          operation,
          path: template.replace("{}", ids[operation]?.(reference) ?? ""),
          reference,
        }
      },
    ),
  }
}
