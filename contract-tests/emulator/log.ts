import type { Request } from "./request.ts"

/** A request that the emulator got, and what became of it. */
export interface Received {
  readonly n: number
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** null: a path or method that no operation has. */
  readonly operation: string | null
  readonly method: string
  /** Path and query, as received. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly bodyBase64: string
  /** Only where requests are signed, and not of one that was reset before it was read. */
  readonly signatureValid?: boolean
  /** null: the connection was reset instead. */
  readonly status: number | null
  /** Whether a provider would have created what was asked for. */
  readonly applied: boolean
}

export interface Filter {
  readonly operation?: string
}

/** The oldest are dropped beyond this many. */
const capacity = 100_000

export const makeLog = () => {
  let entries: Array<Received> = []
  let n = 0
  return {
    add(
      { at, method, target, headers, body }: Request,
      rest: Pick<Received, "operation" | "signatureValid" | "status" | "applied">,
    ) {
      entries.push({
        n: ++n,
        at,
        method,
        target,
        headers,
        body: body.toString(),
        bodyBase64: body.toString("base64"),
        ...rest,
      })
      if (entries.length > capacity) entries.shift()
    },
    list: ({ operation }: Filter = {}): ReadonlyArray<Received> =>
      entries.filter((entry) => operation === undefined || entry.operation === operation),
    clear() {
      entries = []
    },
  }
}

export type Log = ReturnType<typeof makeLog>
