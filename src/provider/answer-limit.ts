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

/**
 * A fetch whose answers have texts of at most 1 MiB. That of a success ends in `AnswerTooLarge` where it is longer. Of
 * an error the status says enough: its text is as much of it as could be read.
 */
export const limited =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const { body, headers, ok, status } = response
    // What says its length and is not compressed can't be longer: the connection would not let it.
    const length = headers.has("content-encoding") ? null : headers.get("content-length")
    if (!body || (ok && length !== null && Number(length) <= largest)) return response
    // No more is asked of an answer. (A stream that counts would cost more than the rest of a call.)
    return { body, headers, ok, status, text: () => textOf({ body, ok, status }) } as Response
  }

interface Read {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly ok: boolean
  readonly status: number
}

const textOf = async ({ body, ok, status }: Read): Promise<string> => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let read = 0
  let text = ""
  try {
    for (let chunk = await reader.read(); chunk.value !== undefined; chunk = await reader.read()) {
      read += chunk.value.length
      if (read > largest) {
        // However that ends, there is nothing to wait for.
        reader.cancel().catch(() => undefined)
        throw new AnswerTooLarge(status)
      }
      text += decoder.decode(chunk.value, { stream: true })
    }
  } catch (error) {
    if (ok) throw error
  }
  return text + decoder.decode()
}
