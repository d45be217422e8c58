import * as Effect from "effect/Effect"
import { afterAll, describe, expect, it } from "vitest"
import { startServer } from "./bare-server.ts"
import { byOperation } from "./programs.ts"

const elsewhere = await startServer(() => ({ status: 200 }))
const provider = await startServer(({ target }) => ({
  headers: { location: `${elsewhere.url}${target}` },
  status: Number(/^\/(\d+)/.exec(target)?.[1]),
}))
afterAll(() => Promise.all([elsewhere.close(), provider.close()]))

describe.each(byOperation)("%s", (operation, { call, input }) => {
  it.each([301, 302, 303, 307, 308])("does not follow a %i", async (status) => {
    provider.received.length = 0
    const options = { baseUrl: `${provider.url}/${status}` }
    const error = await Effect.runPromise(Effect.flip(call(input, options)))
    expect(error).toMatchObject({ attempts: 1, operation, outcome: "unknown" })
    expect(error.reason).toMatchObject({ _tag: "ContractViolation", status })
    expect(provider.received).toHaveLength(1)
    // The place may be of anybody's choice: it does not get the credentials.
    expect(elsewhere.received).toEqual([])
  })
})
