import { once } from "node:events"
import { createServer, type IncomingHttpHeaders } from "node:http"

/** A request as it came: nothing decoded, nothing parsed. */
export interface RawRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Any other HTTP server: it knows no provider, keeps what it gets, and answers as it is told. */
export const startServer = async (answer: (request: RawRequest) => Answer) => {
  const received: Array<RawRequest> = []
  const server = createServer((message, response) => {
    const chunks: Array<Buffer> = []
    message.on("data", (chunk: Buffer) => chunks.push(chunk))
    message.on("end", () => {
      const { headers, method = "", url: target = "" } = message
      const request = { body: Buffer.concat(chunks), headers, method, target }
      received.push(request)
      const { body = "", headers: answered = {}, status } = answer(request)
      response.writeHead(status, answered).end(body)
    })
  }).listen(0, "127.0.0.1")
  server.keepAliveTimeout = 0
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The server listens on no port")
  return {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    received,
    url: `http://127.0.0.1:${address.port}`,
  }
}
