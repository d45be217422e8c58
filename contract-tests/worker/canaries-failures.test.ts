import { describe, expect, it } from "vitest"
import { bodyWith, canaryCredentials, formsIn, heads, magpie } from "../canary.ts"
import type { Fault } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { situations } from "../failure-table.ts"
import { post, type Route, routes } from "../routes.ts"
import { indiscreet } from "./indiscreet-provider.ts"
import { expectNoSecret, watchedGateway } from "./watched-gateway.ts"

type Row = readonly [name: string, fault: Fault | "refused", reason: string | undefined]

/** Answers that hold what is for the caller alone: what is no such thing, and what is taken. */
const planted = ({ data, result }: Route): ReadonlyArray<Row> =>
  Object.entries(result).flatMap(([name, wrong]): ReadonlyArray<Row> => {
    const replaced = (value: string): Fault => ({
      kind: "patch",
      patch: [{ op: "replace", path: `${data}/${name}`, value }],
    })
    const link = /link|url/.test(name)
    const good: Row = [`a ${name}`, replaced(link ? `https://pay.example/${magpie}` : magpie), undefined]
    const bad: Row = [`a ${name} that is none`, replaced(magpie), "ContractViolation"]
    return [...(wrong === undefined || link ? [good] : []), ...(wrong === undefined ? [] : [bad])]
  })

describe.each(routes)("%s tells nobody", (operation, route) => {
  const failures = situations(route).map(({ fault, name, reason }): Row => [name, fault, reason._tag])

  it.concurrent.each([...failures, ...planted(route)])("of %s", async (_, fault, reason) => {
    const emulator = await startEmulator({ credentials: canaryCredentials })
    if (fault === "refused") await emulator.close()
    else emulator.fail({ fault, operation })
    const { provider, signatures } = indiscreet(route)
    const silent = fault !== "refused" && (fault.kind === "delay" || fault.kind === "drip")
    const gateway = watchedGateway(emulator.url, { provider, silent })
    const key = `"canary ${crypto.randomUUID()}"`
    for (const idempotencyKey of route.repeatable ? ["", key, key] : [key, key]) {
      const headers = { ...heads, "idempotency-key": idempotencyKey }
      const response = await post(gateway, route, { body: bodyWith(magpie, route), headers })
      const answer = (await response.json()) as { readonly reason?: string }
      expect(answer.reason).toBe(reason)
      if (reason === undefined) expect(formsIn(JSON.stringify(answer), magpie)).not.toEqual([])
    }
    expectNoSecret(gateway, signatures)
    expect(signatures.size).toBe(route.api === "paywint-platform" ? 2 : 0)
    await emulator.close()
  })

  it("of a transport whose errors quote what was sent, nor of an open breaker", async () => {
    const quoting = (...asked: Parameters<typeof fetch>) => {
      const said = JSON.stringify([...new Request(...asked).headers, asked])
      return Promise.reject(Object.assign(new TypeError(said, { cause: new Error(said) }), { said }))
    }
    const gateway = watchedGateway("http://127.0.0.1:9", { provider: quoting })
    const reasons: Array<unknown> = []
    for (let call = 0; call < 6; call++) {
      const response = await post(gateway, route, { body: bodyWith(magpie, route), headers: heads })
      reasons.push(((await response.json()) as { readonly reason: string }).reason)
    }
    expect(reasons).toEqual([...Array<string>(5).fill("Unreachable"), "CircuitOpen"])
    expectNoSecret(gateway)
  })
})
