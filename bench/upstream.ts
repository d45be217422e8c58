/**
 * Stands in for the providers and costs as little as it can: no HTTP library, answers that were written before. They are
 * chunked, as those of a provider behind a proxy that compresses are: a length that is known beforehand would spare us the
 * cost of counting. It says its port to the process that started it.
 */
import { createServer } from "node:net"
import { answerTo } from "./answers.ts"
import { endOfMessage } from "./http-message.ts"

const messageOf = (path: string) => {
  const body = answerTo(path)
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked"
  return `${head}\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
}
const messages = new Map<string, string>()

const server = createServer({ noDelay: true }, (socket) => {
  let pending = ""
  socket.setEncoding("latin1").on("data", (text: string) => {
    pending += text
    for (let end = endOfMessage(pending); end > 0; end = endOfMessage(pending)) {
      const path = pending.slice(pending.indexOf(" ") + 1, pending.indexOf(" HTTP/"))
      pending = pending.slice(end)
      const message = messages.get(path) ?? messageOf(path)
      messages.set(path, message)
      socket.write(message, "latin1")
    }
  })
  socket.on("error", () => socket.destroy())
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" ? address?.port : undefined)
})
process.on("disconnect", () => process.exit())
