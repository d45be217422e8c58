import fc from "fast-check"
import { expect, it } from "vitest"
import { type Decision, executor, type Executor } from "./executor.ts"
import type { Answer, Performed, State } from "./machine.ts"

/** One key in a process that can die: its storage outlives it, its memory and what it still wanted to write do not. */
class World {
  stored: string | undefined
  readonly calls: Array<{ readonly end: (performed: Performed) => void; readonly fail: () => void }> = []
  /** The decision for the request that made the last call. */
  decided: Promise<Decision> | undefined
  /** Where the process dies at its next write. */
  dies: "before" | "after" | undefined
  private process = this.start()

  private start(): { alive: boolean; executor: Executor } {
    const whileAlive =
      <A extends ReadonlyArray<unknown>, R>(effect: (...args: A) => R) =>
      (...args: A): R => {
        if (!process.alive) throw new Error("This process is dead")
        return effect(...args)
      }
    const process = {
      alive: true,
      executor: executor({
        // As text, so that nothing is shared that a disk would not keep.
        read: whileAlive(() => (this.stored === undefined ? undefined : (JSON.parse(this.stored) as State))),
        write: whileAlive((state) => {
          if (this.dies === "before") throw new Error("This process dies")
          this.stored = JSON.stringify(state)
          process.alive = this.dies === undefined
        }),
        clear: whileAlive(() => void (this.stored = undefined)),
      }),
    }
    return process
  }

  arrive(fingerprint: string): Promise<Decision> {
    const { process } = this
    const perform = () => {
      if (!process.alive) throw new Error("This process is dead")
      const { promise, reject, resolve } = Promise.withResolvers<Performed>()
      this.calls.push({ end: resolve, fail: () => reject(new Error("A bug")) })
      return promise
    }
    return process.executor.run(fingerprint, perform, () => undefined)
  }

  crash() {
    this.dies = undefined
    this.process.alive = false
    this.process = this.start()
  }
}

/** What has to be so, said without states: the call that counts is the last one, and how it ended. */
class Model {
  calls = 0
  /** Calls that did something, or may have. */
  mayBeApplied = 0
  last: { fingerprint: string; alive: boolean; answer: Answer | undefined } | undefined
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

type Command = fc.AsyncCommand<Model, World>

const check = (model: Model, world: World) => {
  expect(world.calls.length).toBe(model.calls)
  expect(model.mayBeApplied).toBeLessThanOrEqual(1)
}

class Arrive implements Command {
  private readonly fingerprints: ReadonlyArray<string>
  constructor(fingerprints: ReadonlyArray<string>) {
    this.fingerprints = fingerprints
  }
  check = () => true
  async run(model: Model, world: World) {
    const decisions = this.fingerprints.map((fingerprint) => {
      const { last } = model
      const decision = world.arrive(fingerprint)
      if (last === undefined) {
        world.decided = decision
        model.last = { alive: true, answer: undefined, fingerprint }
        model.calls++
        model.mayBeApplied++
        return undefined
      }
      const expected =
        fingerprint !== last.fingerprint
          ? { _tag: "mismatch" }
          : last.answer !== undefined
            ? { _tag: "replay", answer: last.answer }
            : { _tag: last.alive ? "under-way" : "broken-off" }
      return decision.then((decision) => expect(decision).toEqual(expected))
    })
    await Promise.all(decisions)
    check(model, world)
  }
  toString = () => `arrive(${this.fingerprints.join()})`
}

class End implements Command {
  private readonly outcome: Performed["outcome"]
  constructor(outcome: Performed["outcome"]) {
    this.outcome = outcome
  }
  check = ({ last }: Readonly<Model>) => last?.alive === true
  async run(model: Model, world: World) {
    const { last } = model
    if (last === undefined) return
    const answer = { body: `answer ${model.calls}`, contentType: "text/plain", status: 200 }
    world.calls.at(-1)?.end({ answer, outcome: this.outcome })
    expect(await world.decided).toEqual({ _tag: "called", answer })
    if (this.outcome === "not-applied") {
      model.last = undefined
      model.mayBeApplied--
    } else model.last = { ...last, alive: false, answer }
    check(model, world)
  }
  toString = () => `end(${this.outcome})`
}

class Fail implements Command {
  check = ({ last }: Readonly<Model>) => last?.alive === true
  async run(model: Model, world: World) {
    if (model.last !== undefined) model.last.alive = false
    world.calls.at(-1)?.fail()
    expect(await world.decided).toEqual({ _tag: "broken-off" })
    check(model, world)
  }
  toString = () => "fail"
}

/** Also while nothing is under way: a settled key has to survive it. */
class Crash implements Command {
  check = () => true
  async run(model: Model, world: World) {
    if (model.last !== undefined) model.last.alive = false
    world.crash()
    await settled()
    check(model, world)
  }
  toString = () => "crash"
}

/** The process dies while a request arrives: before it is kept that the provider will be asked, or right after. */
class ArriveAndCrash implements Command {
  private readonly dies: "before" | "after"
  constructor(dies: "before" | "after") {
    this.dies = dies
  }
  check = ({ last }: Readonly<Model>) => last === undefined
  async run(model: Model, world: World) {
    world.dies = this.dies
    await world.arrive("a").catch(() => undefined)
    world.crash()
    if (this.dies === "after") model.last = { alive: false, answer: undefined, fingerprint: "a" }
    check(model, world)
  }
  toString = () => `arriveAndCrash(${this.dies})`
}

/** And while an answer is kept: it is not, or nobody is told that it is. */
class EndAndCrash implements Command {
  private readonly dies: "before" | "after"
  constructor(dies: "before" | "after") {
    this.dies = dies
  }
  check = ({ last }: Readonly<Model>) => last?.alive === true
  async run(model: Model, world: World) {
    const { last } = model
    if (last === undefined) return
    const answer = { body: `answer ${model.calls}`, contentType: "text/plain", status: 200 }
    world.dies = this.dies
    world.calls.at(-1)?.end({ answer, outcome: "applied" })
    await world.decided
    world.crash()
    model.last = { ...last, alive: false, answer: this.dies === "after" ? answer : undefined }
    check(model, world)
  }
  toString = () => `endAndCrash(${this.dies})`
}

/** A call of a process that is dead ends after all, at the provider: nobody hears of it. */
class EndUnheard implements Command {
  private readonly outcome: Performed["outcome"]
  constructor(outcome: Performed["outcome"]) {
    this.outcome = outcome
  }
  check = ({ last }: Readonly<Model>) => last?.alive === false && last.answer === undefined
  async run(model: Model, world: World) {
    const answer = { body: "unheard", contentType: "text/plain", status: 200 }
    world.calls.at(-1)?.end({ answer, outcome: this.outcome })
    await settled()
    check(model, world)
  }
  toString = () => `endUnheard(${this.outcome})`
}

it("at most one call that may have been applied, whatever comes, ends, fails or crashes in any order", async () => {
  const outcome = fc.constantFrom("applied", "not-applied", "unknown")
  const dies = fc.constantFrom("before", "after")
  const fingerprints = fc.array(fc.constantFrom("a", "a", "b"), { maxLength: 5, minLength: 1 })
  const commands = fc.commands(
    [
      fingerprints.map((fingerprints) => new Arrive(fingerprints)),
      outcome.map((outcome) => new End(outcome)),
      outcome.map((outcome) => new EndUnheard(outcome)),
      dies.map((dies) => new ArriveAndCrash(dies)),
      dies.map((dies) => new EndAndCrash(dies)),
      fc.constant(new Fail()),
      fc.constant(new Crash()),
    ],
    { maxCommands: 40, size: "max" },
  )
  await fc.assert(
    fc.asyncProperty(commands, (commands) =>
      fc.asyncModelRun(() => ({ model: new Model(), real: new World() }), commands),
    ),
    { numRuns: 1_000 },
  )
})
