import { limited } from "../provider/answer-limit.ts"
import { userAgent } from "../provider/common-headers.ts"
import type { Destination } from "./otlp-settings.ts"

/** What is said of sending: once when it begins to fail, and once when it works again. */
export type Notice =
  | { readonly telemetry: "failing"; readonly host: string; readonly cause: string }
  | { readonly telemetry: "recovered"; readonly lost: number }

/**
 * Sends to collectors. What is not taken is lost; callers wait for none of it, and an isolate keeps nothing for later.
 * `notice` is told when the first post fails, and when every destination that failed takes one again.
 */
export const sender = (fetch: typeof globalThis.fetch, notice: (notice: Notice) => void) => {
  /** Of destinations that fail, when each did last. Posts are numbered: an old one that succeeds late proves nothing. */
  const failing = new Map<Destination, number>()
  let posts = 0
  let lost = 0

  return async (to: Destination, body: unknown, items: number): Promise<void> => {
    const begun = ++posts
    const failure = await posted(fetch, to, body, items)
    if (failure === undefined) {
      if (begun < (failing.get(to) ?? Infinity)) return
      failing.delete(to)
      if (failing.size > 0) return
      notice({ lost, telemetry: "recovered" })
      lost = 0
      return
    }
    lost += failure.lost
    if (failing.size === 0) notice({ cause: failure.cause, host: new URL(to.url).host, telemetry: "failing" })
    failing.set(to, ++posts)
  }
}

interface Failure {
  readonly cause: string
  readonly lost: number
}

/** Posts once. A collector may take a part and say with status 200 how much it rejected. */
const posted = async (
  fetch: typeof globalThis.fetch,
  { headers, timeout, url }: Destination,
  body: unknown,
  items: number,
): Promise<Failure | undefined> => {
  try {
    const response = await limited(fetch)(url, {
      body: JSON.stringify(body),
      headers: { "user-agent": userAgent, ...headers, "content-type": "application/json" },
      method: "POST",
      // What the headers hold is for this host alone.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { cause: `status ${response.status}`, lost: items }
    }
    const rejected = rejectedIn(await response.text())
    return rejected > 0 ? { cause: "rejected in part", lost: Math.min(rejected, items) } : undefined
  } catch {
    return { cause: "no answer", lost: items }
  }
}

/** `partialSuccess` of OTLP's answers. A 64-bit integer of protobuf is a string in JSON. */
const rejectedIn = (text: string): number => {
  try {
    const { partialSuccess } = JSON.parse(text) as { readonly partialSuccess?: Record<string, unknown> }
    return Number(partialSuccess?.["rejectedSpans"] ?? partialSuccess?.["rejectedDataPoints"] ?? 0) || 0
  } catch {
    return 0
  }
}
