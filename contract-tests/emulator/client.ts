import type { Rule } from "./fault.ts"
import type { Filter, Received } from "./log.ts"

/** The controls of an emulator that runs elsewhere. */
export interface RemoteEmulator {
  readonly url: string
  fail(rule: Rule): Promise<void>
  heal(): Promise<void>
  received(filter?: Filter): Promise<ReadonlyArray<Received>>
  forget(): Promise<void>
  reset(): Promise<void>
}

/** Imports nothing but types, so that it runs wherever there is a fetch. */
export const emulatorAt = (url: string): RemoteEmulator => {
  const ask = async (method: string, path: string, body?: string) => {
    const response = await fetch(`${url}/__emulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
    })
    if (!response.ok) throw new Error(`${method} /__emulator/${path}: ${await response.text()}`)
    return response
  }
  const drop = async (path: string) => {
    await ask("DELETE", path)
  }
  return {
    url,
    fail: async (rule) => {
      await ask("POST", "faults", JSON.stringify(rule))
    },
    heal: () => drop("faults"),
    received: async ({ operation } = {}) => {
      const query = operation === undefined ? "" : `?operation=${encodeURIComponent(operation)}`
      const response = await ask("GET", `received${query}`)
      return (await response.json()) as ReadonlyArray<Received>
    },
    forget: () => drop("received"),
    reset: async () => {
      await drop("faults")
      await drop("received")
    },
  }
}
