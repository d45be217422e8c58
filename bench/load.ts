/**
 * Asks an HTTP server as often as it answers, on a fixed number of connections with one request each, for as long as
 * it is told. No HTTP library: who measures must not be who is waited for.
 */
import { randomUUID } from "node:crypto"
import { connect } from "node:net"
import { endOfMessage } from "./http-message.ts"

export interface Load {
  readonly port: number
  readonly path: string
  readonly callerKey: string
  readonly body: string
  /** Each request has an Idempotency-Key of its own. */
  readonly keyed: boolean
  readonly connections: number
  readonly milliseconds: number
}

export interface Loaded {
  readonly requests: number
  readonly milliseconds: number
  readonly p50: number
  readonly p99: number
}

const run = async ({
  body,
  callerKey,
  connections,
  keyed,
  milliseconds,
  path,
  port,
}: Load): Promise<Loaded> => {
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${callerKey}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`
  const plain = `${head}\r\n${body}`
  const request = () => (keyed ? `${head}idempotency-key: "${randomUUID()}"\r\n\r\n${body}` : plain)
  const took: Array<number> = []
  const start = performance.now()

  const lane = () =>
    new Promise<void>((resolve, reject) => {
      let pending = ""
      let begun = 0
      const socket = connect({ host: "127.0.0.1", noDelay: true, port })
      const ask = () => {
        begun = performance.now()
        socket.write(request(), "latin1")
      }
      socket.setEncoding("latin1").on("data", (text: string) => {
        pending += text
        if (endOfMessage(pending) < 0) return
        if (!pending.startsWith("HTTP/1.1 201")) return void socket.destroy(new Error(pending))
        pending = ""
        const now = performance.now()
        took.push(now - begun)
        if (now - start < milliseconds) ask()
        else socket.end()
      })
      socket.on("connect", ask).on("error", reject)
      socket.on("close", () => (pending === "" ? resolve() : reject(new Error("The connection broke off"))))
    })

  await Promise.all(Array.from({ length: connections }, lane))
  const elapsed = performance.now() - start
  took.sort((left, right) => left - right)
  const [p50 = NaN, p99 = NaN] = [0.5, 0.99].map((part) => took[Math.floor(part * (took.length - 1))])
  return { milliseconds: elapsed, p50, p99, requests: took.length }
}

process.on("message", async (load: Load) => process.send?.(await run(load)))
process.on("disconnect", () => process.exit())
