import { limited } from "../provider/answer-limit.ts"
import { userAgent } from "../provider/common-headers.ts"
import type { Destination } from "./otlp-settings.ts"

/** A notice about sending: one when it begins to fail, and one when it works again. */
export type Notice =
  | { readonly telemetry: "failing"; readonly host: string; readonly cause: string }
  | { readonly telemetry: "recovered"; readonly lost: number }

/**
 * Sends to collectors, once: data that a collector does not accept is lost, because callers must not wait for it and an
 * isolate keeps nothing for later. `notice` is called at the first failure, and when all destinations accept again.
 */
export const sender = (fetch: typeof globalThis.fetch, notice: (notice: Notice) => void) => {
  /** Destinations that fail, with the number of the last failed post: an older post that succeeds late proves nothing. */
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

/** Posts once. A collector may accept a part and report with status 200 how many items it rejected. */
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
      // Redirects are not followed: the secrets in the headers are for this host alone.
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
