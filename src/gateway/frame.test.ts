import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import type * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { expect, it } from "vitest"
import { gateway } from "./gateway.ts"
import { problem, Refused } from "./problem.ts"

/** What is answered where a route dies of this. */
const answerTo = async (defect: unknown) => {
  const routes = HttpRouter.add("GET", "/dies", Effect.die(defect))
  const { dispose, handler } = gateway(Logger.layer([]) as Layer.Layer<never>, { routes })
  const answer = await handler(new Request("https://gateway.example/dies"))
  await dispose()
  return { body: (await answer.json()) as unknown, status: answer.status }
}

it("tells nothing of an error, whatever it carries", async () => {
  const { body, status } = await answerTo(Object.assign(new Error(), { problem: { title: "canary" } }))
  expect(status).toBe(500)
  expect(body).toMatchObject({ type: "/docs#internal" })
  expect(JSON.stringify(body)).not.toContain("canary")
})

it("tells a refusal that somebody died of", async () => {
  const refusal = { problem: problem("not-configured", "Missing: a binding.") }
  expect(await answerTo(new Refused(refusal))).toEqual({ body: refusal.problem, status: 503 })
})
