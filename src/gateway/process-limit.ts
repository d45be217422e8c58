import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { CallerLimit } from "./caller-limit.ts"

const most = 5_000
const period = 10_000

/** When a caller's last `most` requests were admitted, as a ring: `next` is the place of the oldest. */
interface Admitted {
  readonly times: Array<number>
  next: number
}

/**
 * Admits 5,000 requests of a caller in any 10 seconds, counted in this process. It keeps 40 KB for each caller that is
 * busy, and callers are known by name: there are as many as `CALLER_KEYS` has.
 */
export const layerCallerLimit = Layer.sync(CallerLimit, () => {
  const callers = new Map<string, Admitted>()
  return {
    admits: (caller) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const admitted = callers.get(caller) ?? { next: 0, times: [] }
        callers.set(caller, admitted)
        const oldest = admitted.times[admitted.next]
        // A clock that was set back must not shut callers out until it is where it was.
        if (oldest !== undefined && oldest <= now && now < oldest + period) return false
        admitted.times[admitted.next] = now
        admitted.next = (admitted.next + 1) % most
        return true
      }),
    period,
  }
})
