/** The gateway, from the package, where there is no Cloudflare. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, inject, it } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { callerKey, post, routes } from "../routes.ts"
import { bun, deno } from "./binaries.ts"
import { denoCommand, denoEnvironment } from "./deno.ts"
import { startProviders } from "./providers.ts"
import { startServer } from "./server.ts"

const folder = join(inject("project"), "serve")
mkdirSync(folder)
writeFileSync(join(folder, "server.js"), `export { default } from "edge-checkout/serve"\n`)

const [, link] = routes.find(([operation]) => operation === "PaywintPlatform.createPaymentLink") ?? []

it.each([
  [
    `Deno ${deno.version}`,
    denoCommand("serve", "--allow-env", "--allow-net=127.0.0.1", "--host=127.0.0.1", "--port=0"),
  ],
  [`Bun ${bun.version}`, [bun.path, "--no-install", "--port=0", "run"]],
])("%s serves it, at most once a key", async (_, command) => {
  if (link === undefined) throw new Error("There is no such route")
  await using providers = await startProviders()
  const env = {
    ...denoEnvironment,
    ...environment(providers.url),
    CALLER_KEYS: callerKeys({ tests: [callerKey] }),
  }
  await using server = await startServer([...command, "server.js"], { cwd: folder, env })

  expect((await fetch(`${server.url}/health`)).status).toBe(200)

  const headers = { "idempotency-key": `"${crypto.randomUUID()}"` }
  const ask = async () => {
    const response = await post(server, link, { headers })
    const replayed = response.headers.get("idempotent-replayed")
    return { body: await response.text(), replayed, status: response.status }
  }
  const first = await ask()
  expect(first).toEqual({
    body: expect.stringMatching(/^{"payment_id":/),
    replayed: null,
    status: 201,
  })
  expect(await ask()).toEqual({ ...first, replayed: "true" })
  expect(providers.received()).toHaveLength(1)

  const stranger = await post(server, link, { headers: { ...headers, authorization: "Bearer another" } })
  expect(stranger.status).toBe(401)
})
