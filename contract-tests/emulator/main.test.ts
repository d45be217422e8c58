import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { startEmulator } from "./server.ts"

const main = fileURLToPath(new URL("main.ts", import.meta.url))

it.each(["SIGINT", "SIGTERM"] as const)("prints its configuration, and ends at a %s", async (signal) => {
  const child = spawn(process.execPath, [main, "--port", "0"])
  const [printed] = await once(child.stdout, "data")
  const url = /PAYNOW_BASE_URL=(\S+)/.exec(String(printed))?.[1]
  expect((await fetch(`${url}/__emulator`)).status).toBe(200)
  child.kill(signal)
  expect(await once(child, "exit")).toEqual([0, null])
})

it("says which port is taken", async () => {
  const emulator = await startEmulator()
  const { port } = new URL(emulator.url)
  const { status, stderr } = spawnSync(process.execPath, [main, "--port", port], { encoding: "utf8" })
  expect([status, stderr.trim()]).toEqual([
    1,
    `Port ${port} is taken. Choose another: npm run emulator -- --port <number>`,
  ])
  await emulator.close()
})

it("takes no other option", () => {
  const { status, stderr } = spawnSync(process.execPath, [main, "--prot", "1"], { encoding: "utf8" })
  expect(status).toBe(1)
  expect(stderr).toContain("--port <number>")
})
