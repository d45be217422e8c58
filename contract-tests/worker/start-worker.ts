import { fileURLToPath } from "node:url"
import { unstable_startWorker } from "wrangler"
import { bindingsOf, offline } from "../wrangler.ts"

export interface RunningWorker {
  readonly url: string
  /** What it logged so far, a line each. */
  readonly logs: () => ReadonlyArray<string>
  readonly stop: () => Promise<void>
}

interface Options {
  /** The folder that Durable Objects keep their storage in; without it in memory. */
  readonly persist?: string
  /** Requests of a caller within ten seconds; without it what `wrangler.toml` says. */
  readonly callerLimit?: number
}

/**
 * Runs the Worker as `wrangler.toml` has it in workerd, on a port that is free, with these variables and no others.
 * (wrangler's `createTestHarness` is no stand-in: its Workers fetch by way of Node, where a reset becomes a 500.)
 */
export const startWorker = async (
  vars: Readonly<Record<string, string>>,
  { callerLimit, persist }: Options = {},
): Promise<RunningWorker> => {
  Object.assign(process.env, offline)
  const lines: Array<string> = []
  const worker = await unstable_startWorker({
    bindings: {
      ...bindingsOf(vars),
      ...(callerLimit === undefined ? {} : { CALLER_LIMIT: limitOf(callerLimit) }),
    },
    config: fileURLToPath(new URL("../../wrangler.toml", import.meta.url)),
    dev: {
      inspector: false,
      logLevel: "error",
      persist: persist ?? false,
      server: { hostname: "127.0.0.1", port: 0 },
      structuredLogsHandler: ({ message }: { message: string }) => lines.push(message),
      watch: false,
    },
  })
  await worker.ready
  const { origin } = await worker.url
  // The first request waits until the Worker is built: no test should have to.
  await fetch(`${origin}/health`)
  return { logs: () => [...lines], stop: () => worker.dispose(), url: origin }
}

const limitOf = (limit: number) => ({
  namespace_id: "1",
  simple: { limit, period: 10 as const },
  type: "ratelimit" as const,
})
