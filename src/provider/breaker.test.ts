import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as TestClock from "effect/testing/TestClock"
import { describe, expect, it } from "@effect/vitest"
import { PayNow } from "../paynow/paynow.ts"
import { withBreaker } from "./breaker.ts"
import { defaultPolicy } from "./policy.ts"

const body = { customer_id: "1", lines: [] }

/** A service whose provider answers what `answer` says, behind a breaker; and how often it was asked. */
const guarded = (answer: () => Response | Promise<Response>) => {
  let asked = 0
  const layer = PayNow.layer({
    apiKey: Redacted.make("key"),
    fetch: () => {
      asked++
      return Promise.resolve(answer())
    },
    policy: { ...defaultPolicy, attempts: 1 },
  })
  const service = Effect.map(Effect.provide(PayNow, layer), (api) => withBreaker("PayNow", "PayNow", api))
  return { asked: () => asked, service }
}

const reasonOf = (
  service: PayNow["Service"],
  input: Parameters<PayNow["Service"]["createCheckoutSession"]>[1] = body,
) =>
  service.createCheckoutSession("1", input).pipe(
    Effect.result,
    Effect.map((result) => (Result.isSuccess(result) ? "success" : result.failure.reason._tag)),
  )

const down = () => new Response("{}", { status: 503 })
const success = () => Response.json({ id: "1", token: "t", url: "https://pay.example/1" })

describe("withBreaker", () => {
  it.effect(
    "gives a provider a rest after five failures in a row, and lets one call see whether it is back",
    () =>
      Effect.gen(function* () {
        let answer = down
        const { asked, service } = guarded(() => answer())
        const api = yield* service
        for (let call = 0; call < 5; call++) expect(yield* reasonOf(api)).toBe("Unavailable")
        expect(yield* reasonOf(api)).toBe("CircuitOpen")
        expect(asked()).toBe(5)
        yield* TestClock.adjust("10 seconds")
        expect(yield* reasonOf(api)).toBe("Unavailable")
        expect(yield* reasonOf(api)).toBe("CircuitOpen")
        answer = success
        yield* TestClock.adjust("10 seconds")
        expect(yield* reasonOf(api)).toBe("success")
        expect(yield* reasonOf(api)).toBe("success")
      }),
  )

  it.effect("says until when, and that nothing was done", () =>
    Effect.gen(function* () {
      const api = yield* guarded(down).service
      for (let call = 0; call < 5; call++) yield* reasonOf(api)
      const error = yield* Effect.flip(api.createCheckoutSession("1", body))
      expect(error).toMatchObject({
        attempts: 0,
        operation: "PayNow.createCheckoutSession",
        outcome: "not-applied",
        reason: { _tag: "CircuitOpen", until: 10_000 },
      })
    }),
  )

  it.effect("counts in a row: an answer of any kind in between says that the provider is up", () =>
    Effect.gen(function* () {
      let call = 0
      const { service } = guarded(() => (++call % 3 === 0 ? new Response("{}", { status: 404 }) : down()))
      const api = yield* service
      const reasons = []
      for (let count = 0; count < 12; count++) reasons.push(yield* reasonOf(api))
      expect(reasons).not.toContain("CircuitOpen")
    }),
  )

  // What a gateway in front of the provider says, and the provider of itself. Others may be due to the input.
  it.effect.each([
    [502, "CircuitOpen"],
    [503, "CircuitOpen"],
    [504, "CircuitOpen"],
    ...[408, 500, 501, 505, 507, 508, 511, 520, 599].map((status) => [status, "success"] as const),
  ] as const)("%i five times in a row: the next call ends in %s", ([status, next]) =>
    Effect.gen(function* () {
      let answer = () => new Response("{}", { status })
      const { asked, service } = guarded(() => answer())
      const api = yield* service
      for (let call = 0; call < 5; call++) expect(yield* reasonOf(api)).toBe("Unavailable")
      answer = success
      expect(yield* reasonOf(api)).toBe(next)
      expect(asked()).toBe(next === "success" ? 6 : 5)
    }),
  )

  it.effect("neither counts a 500 nor begins anew with it", () =>
    Effect.gen(function* () {
      let answer = down
      const { service } = guarded(() => answer())
      const api = yield* service
      for (let call = 0; call < 4; call++) yield* reasonOf(api)
      answer = () => new Response("{}", { status: 500 })
      for (let call = 0; call < 10; call++) expect(yield* reasonOf(api)).toBe("Unavailable")
      answer = down
      expect(yield* reasonOf(api)).toBe("Unavailable")
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
    }),
  )

  it.effect("counts no request that was not sent", () =>
    Effect.gen(function* () {
      const api = yield* guarded(down).service
      for (let call = 0; call < 4; call++) yield* reasonOf(api)
      expect(yield* reasonOf(api, { customer_id: "x", lines: [] })).toBe("InvalidRequest")
      expect(yield* reasonOf(api)).toBe("Unavailable")
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
    }),
  )

  it.effect("lets the next call see where the probe says nothing of the provider", () =>
    Effect.gen(function* () {
      let answer: () => Response | Promise<Response> = down
      const { asked, service } = guarded(() => answer())
      const api = yield* service
      for (let call = 0; call < 5; call++) yield* reasonOf(api)
      yield* TestClock.adjust("10 seconds")
      expect(yield* reasonOf(api, { customer_id: "x", lines: [] })).toBe("InvalidRequest")
      answer = () => new Promise<Response>(() => undefined)
      const probe = yield* Effect.forkChild(reasonOf(api), { startImmediately: true })
      expect(asked()).toBe(6)
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
      yield* Fiber.interrupt(probe)
      answer = down
      expect(yield* reasonOf(api)).toBe("Unavailable")
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
    }),
  )

  it.effect("lets the next call see where the probe was lost", () =>
    Effect.gen(function* () {
      let answer: () => Response | Promise<Response> = down
      const layer = PayNow.layer({
        apiKey: Redacted.make("key"),
        fetch: () => Promise.resolve(answer()),
        policy: { ...defaultPolicy, attempts: 1, deadline: 3_600_000 },
      })
      const api = withBreaker("PayNow", "PayNow", yield* Effect.provide(PayNow, layer))
      for (let call = 0; call < 5; call++) yield* reasonOf(api)
      yield* TestClock.adjust("10 seconds")
      answer = () => new Promise<Response>(() => undefined)
      yield* Effect.forkChild(reasonOf(api), { startImmediately: true })
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
      answer = success
      yield* TestClock.adjust("10 seconds")
      expect(yield* reasonOf(api)).toBe("success")
    }),
  )

  it.effect("hears no call that was begun before it opened", () =>
    Effect.gen(function* () {
      const held: Array<(response: Response) => void> = []
      let answer: () => Response | Promise<Response> = () =>
        new Promise<Response>((resolve) => held.push(resolve))
      const api = yield* guarded(() => answer()).service
      const slow = yield* Effect.forkChild(reasonOf(api), { startImmediately: true })
      answer = down
      for (let call = 0; call < 5; call++) yield* reasonOf(api)
      held[0]?.(success())
      expect(yield* Fiber.join(slow)).toBe("success")
      expect(yield* reasonOf(api)).toBe("CircuitOpen")
    }),
  )

  it.effect("hears a probe that takes longer than the rest", () =>
    Effect.gen(function* () {
      let answer: () => Response | Promise<Response> = down
      const { asked, service } = guarded(() => answer())
      const api = yield* service
      for (let call = 0; call < 5; call++) yield* reasonOf(api)
      yield* TestClock.adjust("10 seconds")
      const held: Array<(response: Response) => void> = []
      answer = () => new Promise<Response>((resolve) => held.push(resolve))
      const slow = yield* Effect.forkChild(reasonOf(api), { startImmediately: true })
      yield* TestClock.adjust("10 seconds")
      const next = yield* Effect.forkChild(reasonOf(api), { startImmediately: true })
      expect(asked()).toBe(7)
      held[0]?.(success())
      expect(yield* Fiber.join(slow)).toBe("success")
      answer = success
      expect(yield* reasonOf(api)).toBe("success")
      held[1]?.(success())
      expect(yield* Fiber.join(next)).toBe("success")
    }),
  )
})
