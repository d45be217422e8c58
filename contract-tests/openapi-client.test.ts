/** A client that openapi-typescript and openapi-fetch make of /openapi.json, as a user of the Worker has it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import openapiTypescript, { astToString } from "openapi-typescript"
import type { ClientOptions } from "openapi-fetch"
import { afterAll, describe, expect, it } from "vitest"
import { startEmulator } from "./emulator/server.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { compile } from "./package/compiled.ts"
import { callerKey, type Route, routes } from "./routes.ts"

const emulator = await startEmulator()
const served = gatewayInProcess(emulator.url)
const scratch = join(import.meta.dirname, "..", ".tmp")
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, "openapi-client-"))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all([served.stop(), emulator.close()])
})

const document: unknown = await (await served.fetch(new Request(`${served.url}/openapi.json`))).json()
const { paths } = document as { readonly paths: Readonly<Record<string, unknown>> }
writeFileSync(join(folder, "paths.ts"), astToString(await openapiTypescript(JSON.stringify(document))))

const key = { "Idempotency-Key": `"${crypto.randomUUID()}"` }

/** The file of a call as somebody writes it, with these headers. */
const written = (
  name: string,
  { input, template }: Route,
  header: Readonly<Record<string, string>>,
): string => {
  const path = Object.keys(paths).find((path) => path.replaceAll(/\{\w+\}/g, "{}") === template) ?? ""
  const [, param] = /\{(\w+)\}/.exec(path) ?? []
  const params = { header, ...(param === undefined ? {} : { path: { [param]: input.param ?? "" } }) }
  writeFileSync(
    join(folder, name),
    `import createClient, { type ClientOptions } from "openapi-fetch"
import type { paths } from "./paths.ts"

export const call = (options: ClientOptions) =>
  createClient<paths>(options).POST(${JSON.stringify(path)}, ${JSON.stringify({ body: input.body, params })})
`,
  )
  return name
}

const calls = routes.map(([operation, route], at) => ({
  keyed: written(`keyed-${at}.ts`, route, key),
  keyless: written(`keyless-${at}.ts`, route, {}),
  operation,
  repeatable: route.repeatable,
}))
const { errors } = compile(
  folder,
  calls.flatMap(({ keyed, keyless }) => [keyed, keyless]),
  [],
)
const errorsIn = (file: string) => errors.filter((error) => error.startsWith(file))

interface Call {
  readonly call: (options: ClientOptions) => Promise<{ readonly response: Response }>
}

describe.each(calls)("$operation", ({ keyed, keyless, repeatable }) => {
  it("compiles with an Idempotency-Key, and without one only where it is safe to repeat", () => {
    expect(errorsIn(keyed)).toEqual([])
    const missing = repeatable ? [] : [expect.stringContaining('"Idempotency-Key"')]
    expect(errorsIn(keyless)).toEqual(missing)
  })

  it.each(repeatable ? [keyed, keyless] : [keyed])("is answered with 201: %s", async (file) => {
    const { call } = (await import(join(folder, file))) as Call
    const headers = { authorization: `Bearer ${callerKey}` }
    const { response } = await call({ baseUrl: served.url, fetch: served.fetch, headers })
    expect(response.status).toBe(201)
  })
})
