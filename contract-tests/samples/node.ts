/** The gateway on Node, configured by environment variables: `node node.ts`. It listens on this machine only. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { Readable } from "node:stream"
import gateway from "edge-checkout/serve"

/** A request as the web has it. Throws where the web has none: `TRACE /`, `OPTIONS *`. */
const requestOf = (incoming: IncomingMessage, signal: AbortSignal) => {
  const { headers, method = "GET", url = "/" } = incoming
  // Who does not want the rest of a body still has an answer to send by the same connection: Node reads on, and drops it.
  const read = () => Readable.toWeb(Readable.from(incoming.iterator({ destroyOnReturn: false })))
  const init = {
    body: method === "GET" || method === "HEAD" ? null : (read() as ReadableStream),
    duplex: "half",
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    method,
    signal,
  }
  return new Request(new URL(`http://localhost${url}`), init)
}

const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
  const hungUp = new AbortController()
  outgoing.once("close", () => hungUp.abort())
  const response = await gateway.fetch(requestOf(incoming, hungUp.signal))
  const body = await response.text()
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body)
}

const server = createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch(() => outgoing.writeHead(400).end())
})

server.listen(Number(process.env["PORT"] ?? 8787), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${Object(server.address()).port}`)
})
