/** An answer that ends a caller's asking. */
export interface Final {
  readonly kind: "made" | "failed, kept" | "broken off" | "refused"
  readonly status: number
  readonly body: string
  readonly replayed: boolean
}

/** An answer after which a caller asks again, with the same key. */
export interface NotYet {
  readonly kind: "under way" | "told to wait" | "hung up" | "connection broken" | "5xx, nothing known"
  /** In milliseconds. */
  readonly wait: number
}

export const isFinal = (answer: Final | NotYet): answer is Final => "status" in answer

/** What stands before the Worker, or what is left of it, says no more. */
const unclear: NotYet = { kind: "5xx, nothing known", wait: 50 }

// Callers here have less time than others: a second of `retry-after` is so many milliseconds, up to a limit.
const second = 25
const longestWait = 400

/** What an answer is to the one who asked. */
export const sort = async (response: Response): Promise<Final | NotYet> => {
  const { headers, status } = response
  const body = await response.text()
  const replayed = headers.get("idempotent-replayed") === "true"
  const final = (kind: Final["kind"]): Final => ({ body, kind, replayed, status })
  if (status === 201) return final("made")
  if (headers.get("content-type") !== "application/problem+json") return unclear
  const { outcome, type } = JSON.parse(body) as { readonly outcome?: string; readonly type: string }
  if (type === "/docs#broken-off") return final("broken off")
  const wait = Math.min(Number(headers.get("retry-after") ?? 2) * second, longestWait)
  if (type === "/docs#under-way") return { kind: "under way", wait }
  if (type === "/docs#key-unreachable") return { kind: "told to wait", wait }
  if (outcome === "unknown") return final("failed, kept")
  if (status === 429 || status === 503) return { kind: "told to wait", wait }
  return status >= 500 ? unclear : final("refused")
}
