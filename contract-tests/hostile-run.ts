import { connect } from "node:net"
import type { Hostile } from "./hostile-inputs.ts"

/** What came back, if anything did. */
interface Answer {
  readonly status: number | undefined
  readonly head: string
  readonly body: string
}

export interface Sent extends Answer {
  readonly name: string
  readonly id: string
  /** Whether the Worker itself answered, and not what stands before it. */
  readonly byWorker: boolean
  /** What is wrong with the answer, if anything is. */
  readonly fault: string | undefined
}

const answerWithinMs = 20_000
const atOnce = 16

/** Sends bytes as they are, says that no more follow, and reads to the end. */
const exchange = (url: string, bytes: Buffer) =>
  new Promise<Answer>((resolve) => {
    const chunks: Array<Buffer> = []
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes))
    socket.setTimeout(answerWithinMs, () => socket.destroy())
    socket.on("data", (chunk: Buffer) => chunks.push(chunk))
    // A reset is no answer, which is seen below.
    socket.on("error", () => undefined)
    socket.on("close", () => {
      const [head = "", ...rest] = Buffer.concat(chunks).toString().split("\r\n\r\n")
      const status = /^HTTP\/1\.[01] (\d{3}) /.exec(head)?.[1]
      resolve({ body: rest.join("\r\n\r\n"), head, status: status === undefined ? status : Number(status) })
    })
  })

const faultOf = ({ http }: Hostile, { body, head, status = 0 }: Answer, byWorker: boolean) => {
  if (!byWorker)
    return http ? `not answered by the Worker but with ${status}: ${body.slice(0, 100)}` : undefined
  if (status < 400 || status > 499) return `answered with ${status}`
  // A HEAD is answered without a body, and so are its problems.
  if (body === "" && /^content-length: (?!0\r)/im.test(head)) return undefined
  if (!/^content-type: application\/problem\+json\r?$/im.test(head)) return "answered without a problem"
  return body.includes(`"status":${status}`) ? undefined : `answered ${status} with ${body.slice(0, 100)}`
}

/** Sends them all, several at a time, each under an id of its own and with one of the keys. */
export const sendHostile = async (
  url: string,
  keys: ReadonlyArray<string>,
  inputs: ReadonlyArray<Hostile>,
): Promise<ReadonlyArray<Sent>> => {
  const sent: Array<Sent> = []
  const waiting = inputs.entries()
  const lane = async () => {
    for (const [at, input] of waiting) {
      const id = `hostile-${crypto.randomUUID()}`
      const answer = await exchange(url, input.bytes(keys[at % keys.length] ?? "", id))
      const byWorker = /^x-request-id: /im.test(answer.head)
      sent.push({ ...answer, byWorker, fault: faultOf(input, answer, byWorker), id, name: input.name })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return sent
}

/** Of the lines that the Worker logged those that tell of a fault of its own, whoever got to see the answer. */
export const faultsLogged = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.filter((line) => /"level":"(?:ERROR|FATAL)"|"status":5\d\d|[Uu]ncaught/.test(line))
