import { isLoopback } from "../provider/loopback.ts"

/** A `fetch` that keeps requests `interval` milliseconds apart. Requests to this machine do not wait. */
export const throttled = (fetch: typeof globalThis.fetch, interval: number): typeof globalThis.fetch => {
  let free = Promise.resolve()
  return async (input, init) => {
    const request = new Request(input, init)
    if (!isLoopback(new URL(request.url).hostname)) {
      const turn = free
      free = turn.then(() => new Promise((resolve) => setTimeout(resolve, interval)))
      await turn
    }
    return fetch(request)
  }
}
