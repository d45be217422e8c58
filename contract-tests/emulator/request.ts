import type { IncomingMessage } from "node:http"

/** A request as it came: nothing decoded, nothing parsed. */
export interface Request {
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly path: string
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The request as far as its head. */
export const headOf = ({ method = "", url: target = "", headers }: IncomingMessage): Request => ({
  at: Date.now(),
  method,
  target,
  path: target.replace(/\?.*/s, ""),
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  body: Buffer.alloc(0),
})

/** Hands over the body once it is whole; of a request that breaks off nothing is heard. */
export const readBody = (message: IncomingMessage, then: (body: Buffer) => void) => {
  const chunks: Array<Buffer> = []
  message.on("data", (chunk: Buffer) => chunks.push(chunk))
  message.on("end", () => then(Buffer.concat(chunks)))
}
