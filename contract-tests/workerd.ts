import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import type { Readable } from "node:stream"

export interface Workerd {
  readonly url: string
  readonly pid: number
  /** Bytes that the Worker's heap holds, what nothing refers to any more included until V8 collects it. */
  readonly heap: () => Promise<number>
  /** What it logged so far, a line each. */
  readonly logs: () => ReadonlyArray<string>
  readonly stop: () => Promise<void>
}

/** Classes of Durable Objects, by the names of their bindings. */
type DurableObjects = Readonly<Record<string, string>>

interface Options {
  readonly durableObjects?: DurableObjects
  /** A script beside the Worker's that has the classes of the Durable Objects; without it the Worker has them. */
  readonly objects?: string
  /** The folder that Durable Objects keep their storage in, which outlives it. */
  readonly storage?: string
}

const ofTheWorker: DurableObjects = { CONTRACT_RUNS: "ContractRuns", IDEMPOTENT_CALLS: "IdempotentCalls" }

/**
 * Runs a built Worker in workerd and nothing else: wrangler's dev server stands in front of a Worker with a proxy, a
 * workerd of its own, whose time and memory can't be told from the Worker's. What a platform adds (the limit on a
 * caller) is not there.
 */
export const startWorkerd = async (
  script: string,
  vars: Readonly<Record<string, string>>,
  { durableObjects = ofTheWorker, objects, storage }: Options = {},
): Promise<Workerd> => {
  const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-workerd-"))
  const sweep = () => rmSync(scratch, { force: true, recursive: true })
  const kept = storage ?? join(scratch, "storage")
  mkdirSync(kept, { recursive: true })
  const file = join(dirname(script), `${basename(scratch)}.capnp`)
  const hosts = Object.values(durableObjects)
  const bindings = [
    ...Object.entries(vars).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)}),`),
    ...Object.entries(durableObjects).map(([name, className]) => {
      const namespace = `(className = ${text(className)}, serviceName = ${text(objects === undefined ? "worker" : "objects")})`
      return `(name = ${text(name)}, durableObjectNamespace = ${namespace}),`
    }),
  ]
  const workers =
    objects === undefined
      ? [worker("worker", script, bindings, hosts)]
      : [worker("worker", script, bindings, []), worker("objects", objects, bindings, hosts)]
  writeFileSync(file, configuration(workers, kept))
  const workerd = spawn(
    createRequire(import.meta.url).resolve("workerd/bin/workerd"),
    ["serve", "--control-fd=3", "--inspector-addr=127.0.0.1:0", file],
    { stdio: ["ignore", "pipe", "pipe", "pipe"] },
  )
  let logged = ""
  for (const stream of [workerd.stdout, workerd.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (logged += text))
  }
  const kill = () => workerd.kill("SIGKILL")
  process.once("exit", kill).once("exit", sweep)
  const ports = await listening(workerd.stdio[3] as Readable)
  return {
    heap: () => heapOf(`127.0.0.1:${ports["inspector"]}`),
    logs: () => logged.split("\n"),
    pid: workerd.pid ?? 0,
    stop: async () => {
      const ended = once(workerd, "exit")
      kill()
      await ended
      process.off("exit", kill).off("exit", sweep)
      sweep()
    },
    url: `http://127.0.0.1:${ports["http"]}`,
  }
}

/** Resolves when it listens everywhere, with the ports. It says so in a line of JSON each. */
const listening = async (control: Readable): Promise<Readonly<Record<string, number>>> => {
  const ports: Record<string, number> = {}
  let said = ""
  for await (const text of control.setEncoding("utf8")) {
    said += text
    for (const line of said.split("\n").slice(0, -1)) {
      const {
        event,
        port,
        socket = "inspector",
      } = JSON.parse(line) as {
        readonly event: string
        readonly port: number
        readonly socket?: string
      }
      if (event.startsWith("listen")) ports[socket] = port
    }
    if (ports["http"] !== undefined && ports["inspector"] !== undefined) return ports
  }
  throw new Error(`workerd does not start: ${said}`)
}

/** Asks the inspector by Chrome's DevTools protocol, `Runtime.getHeapUsage`. */
const heapOf = async (inspector: string): Promise<number> => {
  const socket = new WebSocket(`ws://${inspector}/worker`)
  try {
    await once(socket, "open")
    socket.send(JSON.stringify({ id: 1, method: "Runtime.getHeapUsage" }))
    const [message] = (await once(socket, "message")) as [MessageEvent<string>]
    const { result } = JSON.parse(message.data) as { readonly result: { readonly usedSize: number } }
    return result.usedSize
  } finally {
    socket.close()
  }
}

// A string of Cap'n Proto's text is escaped as C's are, and so are JSON's.
const text = (value: string) => JSON.stringify(value)

/** A service that runs a script, which has to be in the folder of the configuration. */
const worker = (
  name: string,
  script: string,
  bindings: ReadonlyArray<string>,
  classes: ReadonlyArray<string>,
) => `
    (name = ${text(name)}, worker = (
      modules = [(name = "worker", esModule = embed ${text(basename(script))})],
      compatibilityDate = "2026-11-01",
      bindings = [
        ${bindings.join("\n        ")}
      ],
      durableObjectNamespaces = [
        ${classes.map((name) => `(className = ${text(name)}, uniqueKey = ${text(name)}, enableSql = true),`).join("\n        ")}
      ],
      durableObjectStorage = (localDisk = "storage"),
    )),`

const configuration = (workers: ReadonlyArray<string>, storage: string) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${workers.join("")}
    (name = "internet", network = (allow = ["public", "private"])),
    (name = "storage", disk = (path = ${text(storage)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`
