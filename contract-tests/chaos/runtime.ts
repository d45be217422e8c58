import type { ChildProcess } from "node:child_process"
import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { unstable_startWorker } from "wrangler"
import { buildWorker } from "../build-worker.ts"
import { bindingsOf, offline } from "../wrangler.ts"

export interface Runtime {
  /** Where the Worker is, or will be once it is back: it moves whenever it is killed. */
  readonly url: () => Promise<string>
  /** Kills workerd, as a machine does that dies, and starts it again on the same storage. */
  readonly kill: () => Promise<void>
  /** Milliseconds that each kill took until the Worker answered again. */
  readonly absences: ReadonlyArray<number>
  readonly stop: () => Promise<void>
}

const config = fileURLToPath(new URL("../../wrangler.toml", import.meta.url))

/** Builds the Worker once, so that what is restarted is what was killed, and runs it with its storage on disk. */
export const startRuntime = async (vars: Readonly<Record<string, string>>): Promise<Runtime> => {
  Object.assign(process.env, {
    ...offline,
    // It would write every request to disk for wrangler's own page.
    X_LOCAL_OBSERVABILITY: "false",
  })
  const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-chaos-"))
  const sweep = () => rmSync(scratch, { force: true, recursive: true })
  process.once("exit", sweep)
  const entrypoint = await buildWorker(join(scratch, "built"))

  const start = async () => {
    const workerds: Array<ChildProcess> = []
    const notice = (message: unknown) => {
      const child = (message as { readonly process: ChildProcess }).process
      if (/workerd/.test(child.spawnfile)) workerds.push(child)
    }
    subscribe("child_process", notice)
    const worker = await unstable_startWorker({
      bindings: bindingsOf(vars),
      build: { bundle: false },
      config,
      dev: {
        inspector: false,
        logLevel: "none",
        persist: join(scratch, "storage"),
        server: { hostname: "127.0.0.1", port: 0 },
        watch: false,
      },
      entrypoint,
    })
    await worker.ready
    const { origin } = await worker.url
    await fetch(`${origin}/health`)
    unsubscribe("child_process", notice)
    return { origin, worker, workerds }
  }

  let running = start()
  const absences: Array<number> = []
  const stopped = async () => {
    const { worker, workerds } = await running
    // wrangler runs two: the Worker, and a proxy before it.
    const ended = workerds.map((workerd) => once(workerd, "exit"))
    for (const workerd of workerds) workerd.kill("SIGKILL")
    await Promise.all([...ended, worker.dispose()])
  }
  await running
  return {
    absences,
    kill: async () => {
      const begun = performance.now()
      const gone = stopped()
      running = gone.then(start)
      await running
      absences.push(performance.now() - begun)
    },
    stop: async () => {
      await stopped()
      process.off("exit", sweep)
      sweep()
    },
    url: async () => (await running).origin,
  }
}
