import { expect, it, vi } from "vitest"
import { executor, type Storage } from "./executor.ts"
import type { Performed, State } from "./machine.ts"

const memory = (state?: State): Storage & { state: State | undefined } => ({
  state,
  read() {
    return this.state
  },
  write(state) {
    this.state = state
  },
  clear() {
    this.state = undefined
  },
})
const unreported = (defect: unknown) => expect.unreachable(String(defect))
/** An executor of a key at noon, whose defects go to `report`. */
const started = (storage: Storage, report: (defect: unknown) => void = unreported) => {
  const { run } = executor(storage, () => 12)
  return {
    run: (fingerprint: string, perform: () => Promise<Performed>) => run(fingerprint, perform, report),
  }
}
const answer = { body: "{}", contentType: "application/json", status: 201 }
const applied: Performed = { answer, outcome: "applied" }

it("calls once, however many come at once, and replays from then on", async () => {
  const storage = memory()
  const { run } = started(storage)
  const call = Promise.withResolvers<Performed>()
  const perform = vi.fn(() => {
    expect(storage.state).toEqual({ _tag: "under-way", fingerprint: "a" })
    return call.promise
  })
  const first = run("a", perform)
  expect(await Promise.all([run("a", perform), run("b", perform), run("a", perform)])).toEqual([
    { _tag: "under-way" },
    { _tag: "mismatch" },
    { _tag: "under-way" },
  ])
  call.resolve(applied)
  expect(await first).toEqual({ _tag: "called", answer })
  expect(await run("a", perform)).toEqual({ _tag: "replay", answer })
  expect(await run("b", perform)).toEqual({ _tag: "mismatch" })
  expect(await started(storage).run("a", perform)).toEqual({ _tag: "replay", answer })
  expect(perform).toHaveBeenCalledTimes(1)
})

it("finishes a call that nobody waits for, and keeps its answer", async () => {
  const storage = memory()
  const { run } = started(storage)
  const call = Promise.withResolvers<Performed>()
  void run("a", () => call.promise)
  call.resolve({ answer, outcome: "unknown" })
  const state = { _tag: "settled", answer, fingerprint: "a", settledAt: 12 }
  await vi.waitFor(() => expect(storage.state).toEqual(state))
})

it("calls again, with another input too, after a call that did nothing", async () => {
  const storage = memory()
  const { run } = started(storage)
  const refused = { ...answer, status: 422 }
  const freed = { _tag: "called", answer: refused }
  expect(await run("a", () => Promise.resolve({ answer: refused, outcome: "not-applied" }))).toEqual(freed)
  expect(storage.state).toBeUndefined()
  expect(await run("b", () => Promise.resolve(applied))).toEqual({ _tag: "called", answer })
})

it("never calls again what another process left under way", async () => {
  const { run } = started(memory({ _tag: "under-way", fingerprint: "a" }))
  const perform = vi.fn(() => Promise.resolve(applied))
  expect(await run("a", perform)).toEqual({ _tag: "broken-off" })
  expect(await run("b", perform)).toEqual({ _tag: "mismatch" })
  expect(perform).not.toHaveBeenCalled()
})

const bug = new Error("A bug")
it.each<[string, () => Promise<Performed>, Partial<Storage>]>([
  ["a call that rejects", () => Promise.reject(bug), {}],
  [
    "a call that throws",
    () => {
      throw bug
    },
    {},
  ],
  [
    "an answer that can't be kept",
    () => Promise.resolve(applied),
    {
      write(state) {
        if (state._tag === "settled") throw bug
        Object.assign(this, { state })
      },
    },
  ],
  [
    "a key that can't be freed",
    () => Promise.resolve({ answer, outcome: "not-applied" }),
    {
      clear() {
        throw bug
      },
    },
  ],
])(
  "%s breaks the key off, is reported, and is never made good by a second call",
  async (_, perform, faulty) => {
    const report = vi.fn()
    const { run } = started(Object.assign(memory(), faulty), report)
    expect(await run("a", perform)).toEqual({ _tag: "broken-off" })
    expect(report).toHaveBeenCalledExactlyOnceWith(bug)
    expect(await run("a", () => expect.unreachable())).toEqual({ _tag: "broken-off" })
  },
)

it("does not call where it can't be kept that it does", async () => {
  const storage = memory()
  const full: Storage = {
    ...storage,
    write: () => {
      throw bug
    },
  }
  const perform = vi.fn(() => Promise.resolve(applied))
  await expect(started(full).run("a", perform)).rejects.toBe(bug)
  expect(perform).not.toHaveBeenCalled()
})

it.each([
  ["nothing that it ever wrote", null],
  ["another shape", {}],
  ["a number", 7],
  ["a state of a later release", { _tag: "resolved", fingerprint: "a" }],
  [
    "an answer that no response can carry",
    { _tag: "settled", answer: { ...answer, status: 99_999 }, fingerprint: "a" },
  ],
])("never calls where it can't read what is stored: %s", async (_, stored) => {
  const report = vi.fn()
  const storage = { clear: () => expect.unreachable(), read: () => stored, write: () => expect.unreachable() }
  const { run } = started(storage, report)
  expect(await run("a", () => expect.unreachable())).toEqual({ _tag: "broken-off" })
  expect(report).toHaveBeenCalledOnce()
})

it.each(["applied", "unknown"] as const)(
  "keeps and gives no retryAfter with an answer that stays: %s",
  async (outcome) => {
    const storage = memory()
    const { run } = started(storage)
    const perform = () => Promise.resolve({ answer: { ...answer, retryAfter: 5_000 }, outcome })
    expect(await run("a", perform)).toEqual({ _tag: "called", answer })
    expect(await run("a", perform)).toEqual({ _tag: "replay", answer })
    expect(JSON.stringify(storage.state)).not.toContain("retryAfter")
  },
)

it("gives a retryAfter with an answer that is not kept", async () => {
  const freed = { ...answer, retryAfter: 5_000 }
  const { run } = started(memory())
  const perform = () => Promise.resolve<Performed>({ answer: freed, outcome: "not-applied" })
  expect(await run("a", perform)).toEqual({ _tag: "called", answer: freed })
})
