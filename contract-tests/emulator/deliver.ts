import type { ServerResponse } from "node:http"
import type { Answer } from "./answer.ts"
import type { Fault } from "./fault.ts"

const bodiless: ReadonlySet<number> = new Set([204, 304])

/** Sends an answer; a fault of the transport shows here. */
export const deliver = (response: ServerResponse, { status, headers, body }: Answer, fault?: Fault) => {
  const bytes = Buffer.from(bodiless.has(status) ? "" : body)
  const length = bodiless.has(status) ? {} : { "content-length": bytes.length }
  const open = () => response.writeHead(status, { ...headers, ...length })
  switch (fault?.kind) {
    case "reset-after":
      response.req.socket.resetAndDestroy()
      return
    case "delay": {
      const timer = setTimeout(() => open().end(bytes), fault.ms)
      response.once("close", () => clearTimeout(timer))
      return
    }
    case "broken-off":
      open().write(bytes.subarray(0, bytes.length / 2), () => response.req.socket.destroy())
      return
    case "drip": {
      open().flushHeaders()
      let sent = 0
      const timer = setInterval(() => {
        response.write(bytes.subarray(sent, ++sent))
        if (sent < bytes.length) return
        clearInterval(timer)
        response.end()
      }, fault.ms)
      response.once("close", () => clearInterval(timer))
      return
    }
    default:
      open().end(bytes)
  }
}
