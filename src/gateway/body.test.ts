import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/testing/TestClock"
import { readJson } from "./body.ts"

const sent = (body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
  new Request("https://gateway.example", {
    body,
    headers: { "content-type": "application/json", ...headers },
    method: "POST",
    ...{ duplex: "half" },
  })

/** A body that never ends, and whether anybody still waits for it. */
const endless = () => {
  const state = { cancelled: false }
  const body = new ReadableStream<Uint8Array>({
    cancel: () => void (state.cancelled = true),
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
  })
  return { body, state }
}

it.effect("a body that takes too long is not read on", () =>
  Effect.gen(function* () {
    const { body, state } = endless()
    const reading = yield* Effect.forkChild(Effect.flip(readJson(sent(body))), { startImmediately: true })
    yield* TestClock.adjust("9 seconds")
    expect(state.cancelled).toBe(false)
    yield* TestClock.adjust("1 second")
    expect((yield* Fiber.join(reading)).problem.status).toBe(408)
    expect(state.cancelled).toBe(true)
  }),
)

it.effect("nor is one that nobody waits for any more", () =>
  Effect.gen(function* () {
    const { body, state } = endless()
    const reading = yield* Effect.forkChild(readJson(sent(body)), { startImmediately: true })
    yield* Fiber.interrupt(reading)
    expect(state.cancelled).toBe(true)
  }),
)

it.effect("one that breaks off is refused", () =>
  Effect.gen(function* () {
    const body = new ReadableStream<Uint8Array>({ pull: () => Promise.reject(new Error("Reset")) })
    const { problem } = yield* Effect.flip(readJson(sent(body)))
    expect([problem.status, problem.detail]).toEqual([400, "The body broke off."])
  }),
)

it.effect.each([
  { "content-type": 'application/json; charset="utf-8"' },
  { "content-type": "application/json\t; version=1;" },
  { "content-encoding": "identity" },
])("one that is sent with %j is read", (headers) =>
  Effect.gen(function* () {
    expect(yield* readJson(sent("{}", headers))).toEqual({})
  }),
)

it.effect.each([
  { "content-type": "application/problem+json" },
  { "content-type": "application/json; charset=latin1" },
  { "content-encoding": "gzip" },
  { "content-encoding": "identity, br" },
])("one that is sent with %j is not", (headers) =>
  Effect.gen(function* () {
    const { problem } = yield* Effect.flip(readJson(sent("{}", headers)))
    expect(problem.status).toBe(415)
  }),
)

it.effect("one that comes byte by byte is copied, so that its chunks and their buffers are not kept", () =>
  Effect.gen(function* () {
    const bytes = new TextEncoder().encode(`{"a":"${"b".repeat(1_000)}"}`)
    // Whoever kept a chunk would find the next one's byte in it.
    const chunk = new Uint8Array(1)
    let sentBytes = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          if (sentBytes === bytes.length) return controller.close()
          chunk.set(bytes.subarray(sentBytes, ++sentBytes))
          controller.enqueue(chunk)
        },
      },
      { highWaterMark: 0 },
    )
    expect(yield* readJson(sent(body))).toEqual({ a: "b".repeat(1_000) })
  }),
)

it.effect.each([
  { more: 0, status: 200 },
  { more: 1, status: 413 },
])("one without a length is read up to 64 KiB: %j", ({ more, status }) =>
  Effect.gen(function* () {
    const text = JSON.stringify("a".repeat(64 * 1024 - 2 + more))
    const read = yield* Effect.result(readJson(sent(new Blob([text]).stream())))
    expect(read._tag === "Success" ? 200 : read.failure.problem.status).toBe(status)
  }),
)
