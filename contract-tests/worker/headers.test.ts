/** What every request says of the program that sends it, from Node and from workerd. */
import * as Effect from "effect/Effect"
import { afterAll, beforeEach, expect, it } from "vitest"
import packageJson from "../../package.json" with { type: "json" }
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { callerKey, post, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const server = await startServer(() => ({ body: "{}", status: 404 }))
const worker = await startWorker({
  ...environment(server.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})
beforeEach(() => void (server.received.length = 0))
afterAll(() => Promise.all([worker.stop(), server.close()]))

const named = {
  accept: "application/json",
  "content-type": "application/json",
  "user-agent": `edge-checkout/${packageJson.version}`,
}

it.each(routes)("%s", async (_, route) => {
  await Effect.runPromise(Effect.flip(route.call(route.input, { baseUrl: server.url })))
  expect((await post(worker, route)).status).toBe(404)
  expect(server.received).toMatchObject([{ headers: named }, { headers: named }])
})
