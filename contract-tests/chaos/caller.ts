import { setTimeout as sleep } from "node:timers/promises"
import { type Final, isFinal, type NotYet, sort } from "./answer.ts"
import type { Copy, Planned } from "./plan.ts"
import type { Runtime } from "./runtime.ts"

/** The longest that a caller waits for one answer, and for one that ends its asking, in milliseconds. */
const patience = { answer: 25_000, end: 90_000 }

export type Heard = (kind: Final["kind"] | NotYet["kind"] | "replayed") => void

/** Asks until there is an answer that ends it; `undefined`: there was none, the key is stuck. */
export const askUntilAnswered = async (
  runtime: Pick<Runtime, "url">,
  planned: Planned,
  { begins, hangsUp }: Copy,
  heard: Heard,
): Promise<Final | undefined> => {
  await sleep(begins)
  if (hangsUp !== undefined) {
    await ask(await runtime.url(), planned, hangsUp)
    heard("hung up")
  }
  for (const end = Date.now() + patience.end; Date.now() < end;) {
    const answer = await ask(await runtime.url(), planned, patience.answer)
    heard(answer.kind)
    if (isFinal(answer)) {
      if (answer.replayed) heard("replayed")
      return answer
    }
    await sleep(answer.wait)
  }
  return undefined
}

const ask = (url: string, { body, caller, key, path }: Planned, within: number): Promise<Final | NotYet> =>
  fetch(url + path, {
    body,
    headers: {
      authorization: `Bearer ${caller}`,
      "content-type": "application/json",
      "idempotency-key": `"${key}"`,
    },
    method: "POST",
    signal: AbortSignal.timeout(within),
  })
    .then(sort)
    .catch((error: unknown) => ({
      kind: error instanceof Error && error.name === "TimeoutError" ? "hung up" : "connection broken",
      wait: 50,
    }))
