import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { expect, it } from "vitest"
import { Entry } from "./entry.ts"
import { gateway } from "./gateway.ts"
import { problem, Refused } from "./problem.ts"
import type { Route } from "./route.ts"

/** The answer of a route that dies like this. */
const answerTo = async (dies: Effect.Effect<never>) => {
  const route: Route = {
    access: "public",
    handler: Effect.succeed(() => dies),
    method: "GET",
    path: "/dies",
  }
  const { dispose, handler } = gateway(Logger.layer([]) as Layer.Layer<never>, { routes: [route] })
  const answer = await handler(new Request("https://gateway.example/dies"))
  await dispose()
  return { body: (await answer.json()) as unknown, status: answer.status }
}

it("tells nothing of an error, whatever it carries", async () => {
  const { body, status } = await answerTo(
    Effect.die(Object.assign(new Error(), { problem: { title: "canary" } })),
  )
  expect(status).toBe(500)
  expect(body).toMatchObject({ type: "/docs#internal" })
  expect(JSON.stringify(body)).not.toContain("canary")
})

it.each([
  ["before a body was read", {}, undefined],
  ["when a body was read, as a provider may have been asked", { outcome: "unknown" }, "unknown"],
  ["when a call was made", { outcome: "applied" }, "unknown"],
  ["when a call was refused", { outcome: "not-applied" }, "not-applied"],
])("says what an error may have done: %s", async (_, known, outcome) => {
  const dies = Effect.flatMap(Entry, (entry) => Effect.die(Object.assign(entry, known)))
  const { body } = await answerTo(dies)
  expect(body).toMatchObject({ type: "/docs#internal" })
  expect(Object(body).outcome).toBe(outcome)
})

it("tells a refusal that somebody died of", async () => {
  const refusal = { problem: problem("not-configured", "Missing: a binding.") }
  expect(await answerTo(Effect.die(new Refused(refusal)))).toEqual({ body: refusal.problem, status: 503 })
})
