import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildWorker } from "../contract-tests/build-worker.ts"
import { callerKeys } from "../contract-tests/caller-keys.ts"
import { environment } from "../contract-tests/emulator/credentials.ts"
import { callerKey, routes } from "../contract-tests/routes.ts"
import { startWorkerd } from "../contract-tests/workerd.ts"
import { start } from "./child.ts"

const mains = {
  bare: "bench/workers/bare.ts",
  ours: "src/worker.ts",
  peer: "bench/workers/peer.ts",
  program: "bench/workers/program.ts",
  surface: "bench/workers/surface.ts",
}
export type Name = keyof typeof mains

const builds = new Map<Name, Promise<string>>()

const build = (name: Name): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), "edge-checkout-bench-"))
  process.once("exit", () => rmSync(directory, { force: true, recursive: true }))
  return buildWorker(directory, mains[name])
}

/** The file of a Worker, built once and as it is deployed. */
export const built = (name: Name): Promise<string> => {
  const file = builds.get(name) ?? build(name)
  builds.set(name, file)
  return file
}

/** A Worker in workerd, in front of the upstream that listens on a port. */
export const startWorker = async (name: Name, upstream: number) =>
  startWorkerd(await built(name), {
    ...environment(`http://127.0.0.1:${upstream}`),
    CALLER_KEYS: callerKeys({ bench: [callerKey] }),
  })

export const startUpstream = async () => {
  const upstream = start("upstream.ts")
  return { ...upstream, port: (await upstream.next()) as number }
}

const [, route] = routes.find(([operation]) => operation === "PaywintPlatform.createCheckoutToken") ?? []
if (route === undefined) throw new Error("There is no such route")

/** The request that all Workers serve. */
export const request = { body: JSON.stringify(route.input.body), callerKey, path: route.path }
