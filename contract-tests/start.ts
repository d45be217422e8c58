import type { ChildProcess } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import { subscribe } from "node:diagnostics_channel"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { unstable_startWorker } from "wrangler"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { emulatorSubjects } from "./targets.ts"
import { welcome } from "./welcome.ts"
import { bindingsOf, offline } from "./wrangler.ts"

const host = "127.0.0.1"
const readyWithinMs = 30_000

const end = (message: string, status: number): never => {
  console.error(message)
  process.exit(status)
}

const usage = (problem: string) =>
  end(`${problem}\nUsage: npm start -- [--port <the Worker's>] [--emulator-port <the emulator's>]`, 64)

const flags = {
  port: { type: "string", default: "8787" },
  "emulator-port": { type: "string", default: "8788" },
} as const
type Flag = keyof typeof flags

const readFlags = () => {
  try {
    return parseArgs({ options: flags }).values
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}

const readPort = (flag: Flag, text: string) =>
  /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536
    ? Number(text)
    : usage(`--${flag} takes a number from 1 to 65535, not ${text}`)

const unusable = (flag: Flag, port: number) => (error: NodeJS.ErrnoException) => {
  const why = error.code === "EADDRINUSE" ? "is taken" : `can't be used (${error.message})`
  return end(`Port ${port} ${why}. Choose another: npm start -- --${flag} <number>`, 1)
}

/** Fails where nothing can listen on a port: wrangler's own words for it are for wrangler's users. */
const probe = async (port: number) => {
  const server = createServer().listen(port, host)
  await once(server, "listening")
  server.close()
  await once(server, "close")
}

/** Resolves when the Worker answers. */
const startWorker = async (port: number, variables: Readonly<Record<string, string>>) => {
  Object.assign(process.env, offline)
  let ready = false
  const worker = await unstable_startWorker({
    config: fileURLToPath(new URL("../wrangler.toml", import.meta.url)),
    bindings: bindingsOf(variables),
    dev: {
      inspector: false,
      logLevel: "error",
      persist: false,
      server: { hostname: host, port },
      structuredLogsHandler: ({ level, message }: { level: string; message: string }) => {
        if (ready || level === "error") console.log(message)
      },
      watch: false,
    },
  })
  worker.raw.once("buildFailed", () => end("The Worker can't be built.", 1))
  await worker.ready
  while (!(await fetch(`http://${host}:${port}/health`).catch(() => undefined))?.ok) await sleep(50)
  ready = true
}

// Leaving is enough: the emulator is of this process, and wrangler's exit hook ends the runtime.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit())

// The shell that npm puts between passes no signal on: it dies, and this would stay.
const { ppid } = process
setInterval(() => process.ppid === ppid || process.exit(), 250).unref()

// A runtime that died is started again by wrangler, but not always so that it answers.
subscribe("child_process", (message) => {
  const child = (message as { readonly process: ChildProcess }).process
  child.once("close", () => /workerd/.test(child.spawnfile) && end("The Worker's runtime ended.", 1))
})

const values = readFlags()
const port = readPort("port", values.port)
const emulatorPort = readPort("emulator-port", values["emulator-port"])
const emulator = await startEmulator({ port: emulatorPort }).catch(unusable("emulator-port", emulatorPort))
await probe(port).catch(unusable("port", port))

const callerKey = randomBytes(24).toString("hex")
const pageKey = randomBytes(12).toString("hex")
const digest = createHash("sha256").update(callerKey).digest("hex")
const variables = {
  ...emulatorSubjects,
  ...environment(emulator.url),
  CALLER_KEYS: JSON.stringify({ developer: [digest] }),
  PAGE_KEY: pageKey,
}
const tooLate = setTimeout(() => end("The Worker doesn't answer.", 1), readyWithinMs)
await startWorker(port, variables).catch((error) => end(`The Worker doesn't start: ${error}`, 1))
clearTimeout(tooLate)
console.log(welcome(`http://${host}:${port}`, emulator.url, { callerKey, pageKey }))
