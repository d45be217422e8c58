import { expect, it } from "vitest"
import type { Performed } from "./machine.ts"
import { memory, mostCharacters, mostKeys } from "./memory.ts"

const answer = { body: "{}", contentType: "application/json", status: 201 }
const day = 24 * 60 * 60_000
const unreported = (defect: unknown) => expect.unreachable(String(defect))

const started = () => {
  const clock = { now: 0 }
  const keys = memory(() => clock.now)
  const ask = (lookup: string, outcome: Performed["outcome"] = "applied") =>
    keys.run(lookup, "a", async () => ({ answer, outcome }), unreported)
  return { ...keys, ask, clock }
}

it(
  "takes no new key when it is full, while it answers those that it knows",
  { timeout: 60_000 },
  async () => {
    const { ask, clock, takes } = started()
    for (let n = 0; n < mostKeys; n++) {
      expect(takes(String(n))).toBe(true)
      await ask(String(n))
    }
    expect(takes("new")).toBe(false)
    expect(takes("0")).toBe(true)
    expect(await ask("0")).toEqual({ _tag: "replay", answer })

    clock.now = day - 1
    expect(takes("new")).toBe(false)
    clock.now = day
    expect(takes("new")).toBe(true)
    expect(await ask("0")).toEqual({ _tag: "called", answer })
  },
)

it(
  "has room again for a key that was freed, and none for one that is under way or broke off",
  { timeout: 60_000 },
  async () => {
    const { ask, run, takes } = started()
    for (let n = 0; n < mostKeys - 2; n++) await ask(String(n))
    await ask("freed", "not-applied")
    const call = Promise.withResolvers<Performed>()
    const underWay = run("under way", "a", () => call.promise, unreported)
    expect(takes("new")).toBe(true)
    await run(
      "broken off",
      "a",
      () => Promise.reject(new Error("A bug")),
      () => undefined,
    )
    expect([takes("new"), takes("under way"), takes("broken off")]).toEqual([false, true, true])
    call.resolve({ answer, outcome: "not-applied" })
    await underWay
    expect(takes("new")).toBe(true)
  },
)

it("takes no new key while its answers are long together, until they are forgotten", async () => {
  const { clock, run, takes } = started()
  const body = "x".repeat(mostCharacters / 50)
  const ask = (lookup: string) =>
    run(lookup, "a", async () => ({ answer: { ...answer, body }, outcome: "applied" }), unreported)
  for (let n = 0; n < 50; n++) {
    expect(takes(String(n))).toBe(true)
    await ask(String(n))
    await ask(String(n))
  }
  expect([takes("new"), takes("0")]).toEqual([false, true])
  clock.now = day
  expect(takes("new")).toBe(true)
})
