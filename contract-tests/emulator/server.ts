import { once } from "node:events"
import { createServer } from "node:http"
import { control, controlPath } from "./control.ts"
import { type Credentials, developmentCredentials } from "./credentials.ts"
import { deliver } from "./deliver.ts"
import { exchange } from "./exchange.ts"
import type { Rule } from "./fault.ts"
import { type Filter, makeLog, type Received } from "./log.ts"
import { readBody } from "./request.ts"
import { checkedRule } from "./rule-check.ts"
import { makeRules } from "./rules.ts"

export interface Emulator {
  readonly url: string
  readonly credentials: Credentials
  /** Adds a rule by which it fails; throws when the rule makes no sense. */
  fail(rule: Rule): void
  /** Drops all rules. */
  heal(): void
  /** The requests it got, in order. */
  received(filter?: Filter): ReadonlyArray<Received>
  /** Empties the log. */
  forget(): void
  /** `heal` and `forget`. */
  reset(): void
  /** Ends open connections too. */
  close(): Promise<void>
}

const host = "127.0.0.1"

/** Starts the stand-in for all providers. Without a port it takes any that is free. */
export const startEmulator = async (
  options: { readonly port?: number; readonly credentials?: Credentials } = {},
): Promise<Emulator> => {
  const { port = 0, credentials = developmentCredentials } = options
  const rules = makeRules()
  const log = makeLog()
  const emulated = { credentials, rules, log }

  const server = createServer((message, response) => {
    const { method = "", url = "" } = message
    if (!url.startsWith(controlPath)) exchange(message, response, emulated)
    else readBody(message, (body) => deliver(response, control(emulated, method, url, body)))
  })
  // A connection that the server closes for idleness looks to a client like a fault that nobody asked for.
  server.keepAliveTimeout = 0
  server.listen(port, host)
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The emulator listens on no port")

  return {
    url: `http://${host}:${address.port}`,
    credentials,
    fail: (rule) => rules.add(checkedRule(rule)),
    heal: rules.clear,
    received: log.list,
    forget: log.clear,
    reset: () => {
      rules.clear()
      log.clear()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
