/**
 * Stands where the providers are and costs as little as it can: no HTTP library, answers that were written before.
 * It says its port to whoever started it.
 */
import { createServer } from "node:net"
import { answerTo } from "./answers.ts"
import { endOfMessage } from "./http-message.ts"

const messageOf = (path: string) => {
  const body = answerTo(path)
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
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
