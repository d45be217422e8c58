/** What an answer may hold, in bytes: a thousand times what any operation answers. */
const largest = 1024 * 1024

/** An answer that went on past the limit. The rest of it was not read. */
export class AnswerTooLarge extends Error {
  readonly status: number

  constructor(status: number) {
    super(`The answer is longer than ${largest} bytes`)
    this.status = status
  }
}

/** A fetch whose answers' texts end in `AnswerTooLarge` where they are longer than 1 MiB. */
export const limited =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const { body, headers } = response
    // What says its length and is not compressed can't be longer: the connection would not let it.
    const length = headers.has("content-encoding") ? null : headers.get("content-length")
    if (body === null || (length !== null && Number(length) <= largest)) return response
    // The text is all that is asked of an answer. (A stream that counts would cost more than the rest of a call.)
    return Object.defineProperty(response, "text", { value: () => textOf(response, body) })
  }

const textOf = async (
  { ok, status }: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let read = 0
  let text = ""
  for (let chunk = await reader.read(); chunk.value !== undefined; chunk = await reader.read()) {
    read += chunk.value.length
    if (read > largest) {
      await reader.cancel()
      // Of an error the status says enough.
      if (!ok) break
      throw new AnswerTooLarge(status)
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return text + decoder.decode()
}
