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
 * Admits 5,000 requests of a caller in any 10 seconds, counted in this process. A caller takes up to 40 KB of memory,
 * and there are no more callers than `CALLER_KEYS` names.
 */
export const layerCallerLimit = Layer.sync(CallerLimit, () => {
  const callers = new Map<string, Admitted>()
  return {
    admits: (caller) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const admitted = callers.get(caller) ?? { next: 0, times: [] }
        callers.set(caller, admitted)
        const oldest = admitted.times[admitted.next]
        // After a clock was set back, callers must not be refused until it reaches its old time again.
        if (oldest !== undefined && oldest <= now && now < oldest + period) return false
        admitted.times[admitted.next] = now
        admitted.next = (admitted.next + 1) % most
        return true
      }),
    period,
  }
})
