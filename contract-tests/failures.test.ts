import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { defaultPolicy } from "../src/index.ts"
import type { Received } from "./emulator/log.ts"
import { type Emulator, startEmulator } from "./emulator/server.ts"
import { situations } from "./failure-table.ts"
import { byOperation, programs } from "./programs.ts"

/** Waits are short; the times for attempts and calls are not, so that a slow machine changes nothing. */
const policy = { ...defaultPolicy, attemptTimeout: 20_000, deadline: 30_000, firstDelay: 1, longestDelay: 2 }

/** An emulator of its own for every call, so that calls can run side by side. */
const emulated = async <A>(use: (emulator: Emulator) => Promise<A>) => {
  const emulator = await startEmulator()
  return use(emulator).finally(() => emulator.close())
}

/** What the emulator got of each call that failed. */
const log: Array<{ readonly operation: string; readonly received: ReadonlyArray<Received> }> = []

describe.each(byOperation)("%s", (operation, program) => {
  const { call, data, input, result } = program

  it.concurrent.each(situations(program).map((situation) => [situation.name, situation] as const))(
    "fails at %s",
    (_, { attempts, fault, outcome, policy: own, reason }) =>
      emulated(async (emulator) => {
        if (fault === "refused") await emulator.close()
        else emulator.fail({ fault, operation })
        const options = { baseUrl: emulator.url, policy: { ...policy, ...own } }
        const error = await Effect.runPromise(Effect.flip(call(input, options)))
        const received = emulator.received()
        log.push({ operation, received })

        const carried = Object.entries(reason).filter(([, value]) => value !== undefined)
        const absent = Object.keys(reason).filter((name) => reason[name] === undefined)
        expect(error).toMatchObject({ attempts, operation, outcome, provider: program.provider })
        expect(error.reason).toMatchObject(Object.fromEntries(carried))
        for (const name of absent) expect(error.reason).not.toHaveProperty(name)
        expect(received).toHaveLength(fault === "refused" ? 0 : attempts)
        // Whatever the emulator applied, the outcome admits.
        if (received.some(({ applied }) => applied)) expect(error.outcome).toBe("unknown")
        for (const secret of Object.values(emulator.credentials).flatMap((api) => Object.values(api))) {
          expect(JSON.stringify(error) + error.message).not.toContain(secret)
        }
      }),
  )

  it.concurrent("accepts an answer that gains properties, and leaves them out", () =>
    emulated(async (emulator) => {
      const gained = ["/surprise", `${data}/surprise`].map((path) => ({
        op: "add" as const,
        path,
        value: [1],
      }))
      emulator.fail({ fault: { kind: "patch", patch: gained }, operation })
      const value = await Effect.runPromise(call(input, { baseUrl: emulator.url, policy }))
      expect(Object.keys(value).sort()).toEqual(Object.keys(result).sort())
    }),
  )

  it.concurrent.each(["text/plain", "application/problem+json", "text/html; charset=utf-8"])(
    "reads JSON for what it is, though it is called %s",
    (contentType) =>
      emulated(async (emulator) => {
        emulator.fail({ fault: { kind: "content-type", value: contentType }, operation })
        const value = await Effect.runPromise(call(input, { baseUrl: emulator.url, policy }))
        expect(Object.keys(value).sort()).toEqual(Object.keys(result).sort())
      }),
  )
})

it("never retries what is not repeatable after an attempt that may have been applied", () => {
  const unrepeatable = new Set(
    programs.flatMap(({ operation, repeatable }) => (repeatable ? [] : [operation])),
  )
  const calls = log.filter(({ operation }) => unrepeatable.has(operation))
  expect(unrepeatable.size).toBe(2)
  expect(new Set(calls.map(({ operation }) => operation))).toEqual(unrepeatable)
  expect(calls.filter(({ received }) => received.length > 1).length).toBeGreaterThan(0)
  for (const { received } of calls) {
    expect(received.slice(0, -1).filter(({ status }) => status !== 425 && status !== 429)).toEqual([])
    expect(received.filter(({ applied }) => applied).length).toBeLessThanOrEqual(1)
  }
})
