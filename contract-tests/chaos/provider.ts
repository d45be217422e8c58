import { once } from "node:events"
import { createServer } from "node:http"
import { developmentCredentials } from "../emulator/credentials.ts"
import { exchange } from "../emulator/exchange.ts"
import type { Fault } from "../emulator/fault.ts"
import { makeLog, type Received } from "../emulator/log.ts"
import { makeRules } from "../emulator/rules.ts"
import { type Planned, referenceOf } from "./plan.ts"

export interface Provider {
  readonly url: string
  readonly received: () => ReadonlyArray<Received>
  /** The faults that requests met, in order. */
  readonly met: ReadonlyArray<Fault>
  /** From now on nothing fails. */
  readonly heal: () => void
  readonly close: () => Promise<void>
}

/** The emulator, but what fails is said of each reference: faults that depended on the order would not replay. */
export const startProvider = async (requests: ReadonlyArray<Planned>): Promise<Provider> => {
  const log = makeLog()
  const met: Array<Fault> = []
  const ahead = new Map(requests.map(({ faults, reference }) => [reference, [...faults]]))
  const next = (target: string) => {
    const fault = ahead.get(referenceOf(target))?.shift()
    if (fault !== undefined) met.push(fault)
    return fault
  }
  const server = createServer((message, response) => {
    const rules = { ...makeRules(), next: () => next(message.url ?? "") }
    exchange(message, response, { credentials: developmentCredentials, log, rules })
  })
  server.keepAliveTimeout = 0
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The emulator listens on no port")
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
    heal: () => ahead.clear(),
    met,
    received: log.list,
    url: `http://127.0.0.1:${address.port}`,
  }
}
