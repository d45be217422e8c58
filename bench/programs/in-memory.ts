import { answerTo } from "../answers.ts"
import type { Transport } from "./cases.ts"

/** Answers as a server would, a length included, without one. */
export const inMemory: Transport = {
  baseUrl: "http://127.0.0.1:1",
  fetch: (input) => {
    const body = answerTo(new URL(input instanceof Request ? input.url : input).pathname)
    const headers = { "content-length": String(body.length), "content-type": "application/json" }
    return Promise.resolve(new Response(body, { headers }))
  },
}
