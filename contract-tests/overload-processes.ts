import { fork, spawn } from "node:child_process"
import { once } from "node:events"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { startWorker } from "./worker/start-worker.ts"

/** Callers, so many that the limit on each of them is not what is met. */
export const keys = Array.from({ length: 20 }, (_, at) => `key-${at}`)

/** Starts a slow provider and a Worker, each in a process of its own: who asks must not share their event loops. */
export const startApart = async (providerMs: number) => {
  const provider = spawn(process.execPath, [`${import.meta.dirname}/emulator/main.ts`, "--port", "0"])
  const emulator = /http:\S+/.exec(String((await once(provider.stdout, "data"))[0]))?.[0] ?? ""
  const body = JSON.stringify({ fault: { kind: "delay", ms: providerMs } })
  await fetch(`${emulator}/__emulator/faults`, { body, method: "POST" })
  const served = fork(import.meta.filename, [emulator], { stdio: ["ignore", "ignore", "ignore", "ipc"] })
  process.on("exit", () => [provider, served].map((child) => child.kill()))
  return String((await once(served, "message"))[0])
}

if (import.meta.main && process.send !== undefined) {
  process.on("disconnect", () => process.exit())
  const [, , url = ""] = process.argv
  const callers = callerKeys(Object.fromEntries(keys.map((key) => [key, [key]])))
  const worker = await startWorker({ ...environment(url), CALLER_KEYS: callers })
  process.send(worker.url)
}
