import { afterAll, expect, it, vi } from "vitest"
import { developmentCredentials, environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKeys } from "../caller-keys.ts"
import { post, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

// What must be in no log has "canary" in it, the provider's answers of the last test aside.
const credentials = {
  payNow: { key: "pnapi_v1_canary" },
  paywintDeveloper: { key: "developer-key-canary", secret: "developer-secret-canary" },
  paywintPlatform: { id: developmentCredentials.paywintPlatform.id, secret: "platform-secret-canary" },
}
const key = "caller-key-canary"

const emulator = await startEmulator({ credentials })
const worker = await startWorker({
  ...environment(emulator.url, credentials),
  CALLER_KEYS: callerKeys({ alice: [key] }),
})
afterAll(() => Promise.all([worker.stop(), emulator.close()]))

const authorization = `Bearer ${key}`
const bodies: Readonly<Record<string, object>> = {
  "PayNow.createCheckoutSession": { affiliate_code: "body-canary", metadata: { canary: "canary" } },
  "PaywintDeveloper.createCheckoutToken": { currency: "canary", email: "canary@payer.example" },
  "PaywintPlatform.createCheckoutToken": { currency: "canary" },
  "PaywintPlatform.createPaymentLink": { description: "body-canary" },
}

const linesOf = async (ids: ReadonlyArray<string>) => {
  const logged = () => ids.map((id) => worker.logs().filter((line) => line.includes(id)))
  await vi.waitFor(() => expect(logged().every((lines) => lines.length > 0)).toBe(true))
  return logged()
}

/** Sends a request under an id of its own, reads the answer to its end, and gives the id. */
const sent = async (...[, route, changes = {}]: Parameters<typeof post>) => {
  const id = crypto.randomUUID()
  const headers = { authorization, "x-request-id": id, ...changes.headers }
  const response = await post(worker, route, { ...changes, headers })
  return { body: await response.text(), id, status: response.status }
}

it.each(routes)(
  "%s: one line of JSON for each request, and nothing in it that is nobody's business",
  async (operation, route) => {
    const body = JSON.stringify({ ...Object(route.input.body), ...bodies[operation] })
    const invalid = JSON.stringify({
      ...Object(route.input.body),
      amount: "canary",
      canary: "canary",
      lines: ["canary"],
    })
    const answers = [
      await sent(worker, route, { body }),
      await sent(worker, route, { body: invalid }),
      await sent(worker, route, { body: `{"canary": ${body}` }),
      await sent(worker, route, { body: "canary", headers: { "content-type": "text/canary" } }),
      await sent(worker, route, { headers: { authorization: "Bearer another-canary" } }),
      await sent(worker, route, { path: `${route.path}/canary?canary=canary` }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 422, 400, 415, 401, 404])

    const lines = await linesOf(answers.map(({ id }) => id))
    for (const [at, own] of lines.entries()) {
      expect(own).toHaveLength(1)
      const { status } = answers[at] ?? {}
      const { message } = JSON.parse(own[0] ?? "")
      expect(message).toMatchObject({ duration_ms: expect.any(Number), method: "POST", status })
      if (status === 201 || status === 422) expect(message).toMatchObject({ caller: "alice", operation })
      if (status === 422)
        expect(message).toMatchObject({ attempts: 0, outcome: "not-applied", reason: "InvalidRequest" })
    }
    const all = worker.logs().join("\n")
    expect(all).not.toContain("canary")
    const created = JSON.parse(answers[0]?.body ?? "{}") as object
    expect(Object.values(created).length).toBeGreaterThan(1)
    for (const value of Object.values(created)) expect(all).not.toContain(value)
  },
)

it.each(routes)("%s: a provider that echoes what it was sent tells nobody", async (operation, route) => {
  emulator.reset()
  const echo = `No: ${Object.values(credentials).flatMap(Object.values).join(" and ")}`
  const body = { code: echo, detail: echo, errors: null, message: echo, status: 0, trace_id: echo }
  const answers = []
  for (const status of [401, 404, 422, 503]) {
    emulator.fail({
      fault: { body: { ...body, status }, kind: "status", retryAfter: "60", status },
      operation,
      times: 1,
    })
    answers.push(await sent(worker, route))
  }
  expect(answers.map(({ status }) => status)).toEqual([502, 404, 422, 502])
  await linesOf(answers.map(({ id }) => id))
  const own = {
    "paywint-developer": Object.values(credentials.paywintDeveloper),
    "paywint-platform": [credentials.paywintPlatform.secret],
    paynow: [credentials.payNow.key],
  }[route.api]
  for (const secret of own) {
    for (const { body } of answers) expect(body).not.toContain(secret)
    expect(worker.logs().join("\n")).not.toContain(secret)
  }
})

it("an answer that declines or breaks the contract is not logged", async () => {
  emulator.reset()
  for (const [operation, route] of routes) {
    const [name = ""] = Object.keys(route.result)
    const replaced = { op: "replace" as const, path: `${route.data}/${name}`, value: { canary: "canary" } }
    emulator.fail({ fault: { kind: "patch", patch: [replaced] }, operation })
    const { id, status } = await sent(worker, route)
    expect(status).toBe(502)
    const [[line] = []] = await linesOf([id])
    expect(JSON.parse(line ?? "").message).toMatchObject({ outcome: "unknown", reason: "ContractViolation" })
    expect(line).not.toContain("canary")
  }
})
