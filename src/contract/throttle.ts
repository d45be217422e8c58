const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a host is this machine. */
export const isLoopback = (host: string): boolean => loopback.test(host)

/** A fetch that leaves `interval` milliseconds between one request and the next, but on loopback: nobody there minds. */
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
