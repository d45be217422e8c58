import { mkdtempSync } from "node:fs"
import { join } from "node:path"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import type { Rule } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { run } from "./run.ts"

export const callerKey = "caller-key-1"
const vouchersKey = "vouchers-key-1"

/** The provider of `vouchers.ts`, which gives out whatever `code` is. */
export const startVouchers = (code: unknown) =>
  startServer(({ headers: { authorization } }) => {
    const known = authorization === `Bearer ${vouchersKey}`
    return {
      body: JSON.stringify(known ? { code } : { error: "Who is there?" }),
      headers: { "content-type": "application/json" },
      status: known ? 201 : 401,
    }
  })

/** Starts providers for one test, and gives what runs programs with them, in a folder of its own in the project. */
export const startProviders = async (project: string, faults: ReadonlyArray<Rule> = []) => {
  const emulator = await startEmulator()
  const vouchers = await startVouchers("V-1")
  for (const fault of faults) emulator.fail(fault)
  const cwd = mkdtempSync(join(project, "run-"))
  const env = {
    ...environment(emulator.url),
    CALLER_KEYS: callerKeys({ tests: [callerKey] }),
    DENO_DIR: join(project, "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    PATH: process.env["PATH"],
    SHOP_TOKEN: callerKey,
    VOUCHERS_API_KEY: vouchersKey,
    VOUCHERS_URL: vouchers.url,
  }
  return {
    emulator,
    /** What programs are configured with. */
    env,
    /** The operations that were asked for, in order. */
    received: () => [
      ...emulator.received().map(({ operation }) => operation),
      ...vouchers.received.map(() => "Vouchers.create"),
    ],
    /** Runs a command that names the project's files as `../<file>`. */
    ran: (command: ReadonlyArray<string>, more: NodeJS.ProcessEnv = {}) =>
      run(command, { cwd, env: { ...env, ...more }, withinMs: 30_000 }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([emulator.close(), vouchers.close()])
    },
  }
}
