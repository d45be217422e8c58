import { setTimeout as sleep } from "node:timers/promises"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { askUntilAnswered, type Heard } from "./caller.ts"
import { callers, type Planned, planOf, type Size } from "./plan.ts"
import { startProvider } from "./provider.ts"
import { startRuntime } from "./runtime.ts"
import { judge, type Told } from "./verdict.ts"

export interface Limits extends Size {
  /** After so many seconds no request is begun any more. */
  readonly seconds: number
}

/** Requests that are under way at once, each with all its copies. */
const lanes = 24

/** Does what the plan says to the Worker and its provider, and sees what became of it. */
export const chaos = async (limits: Limits, progress: (done: number) => void = () => undefined) => {
  const begun = performance.now()
  const plan = planOf(limits)
  const provider = await startProvider(plan.requests)
  const runtime = await startRuntime({
    ...environment(provider.url),
    CALLER_KEYS: callerKeys(Object.fromEntries(callers.map((caller) => [caller, [caller]]))),
  }).catch(async (error: unknown) => {
    await provider.close()
    throw error
  })
  const heard = new Map<string, number>()
  const hear: Heard = (kind) => heard.set(kind, (heard.get(kind) ?? 0) + 1)

  try {
    const told: Array<Told> = []
    const end = performance.now() + limits.seconds * 1_000
    const kills = plan.kills.values()
    let kill = kills.next().value
    let killing = Promise.resolve()
    const begin = async (planned: Planned, n: number) => {
      while (kill !== undefined && kill.requests <= n) {
        const { after } = kill
        killing = killing.then(() => sleep(after)).then(runtime.kill)
        kill = kills.next().value
      }
      const copies = planned.copies.map((copy) => askUntilAnswered(runtime, planned, copy, hear))
      told.push({ answers: await Promise.all(copies), planned })
      progress(told.length)
    }
    await inLanes(plan.requests, begin, () => performance.now() < end)
    await killing

    // And once more, when nothing fails any more: whatever is known has survived this, too.
    provider.heal()
    await runtime.kill()
    await inLanes(told, async (one) => {
      one.afterwards = await askUntilAnswered(runtime, one.planned, { begins: 0, hangsUp: undefined }, hear)
    })
    return {
      absences: runtime.absences,
      exchanges: provider.received().length,
      heard,
      met: provider.met,
      seconds: (performance.now() - begun) / 1_000,
      told,
      violations: judge(told, provider.received()),
    }
  } finally {
    await Promise.all([runtime.stop(), provider.close()])
  }
}

export type Survived = Awaited<ReturnType<typeof chaos>>

const inLanes = async <A>(
  items: ReadonlyArray<A>,
  use: (item: A, n: number) => Promise<void>,
  goesOn: () => boolean = () => true,
) => {
  const waiting = items.entries()
  const lane = async () => {
    for (const [n, item] of waiting) {
      if (!goesOn()) return
      await use(item, n)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
