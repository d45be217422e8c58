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

/** A fetch whose answers end in `AnswerTooLarge` where they are longer than 1 MiB. */
export const limited =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const { body, headers } = response
    // What says its length and is not compressed can't be longer: the connection would not let it.
    const length = headers.has("content-encoding") ? null : headers.get("content-length")
    if (body === null || (length !== null && Number(length) <= largest)) return response
    let read = 0
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        read += chunk.length
        // Of an error the status says enough.
        if (read > largest && !response.ok) controller.terminate()
        else if (read > largest) controller.error(new AnswerTooLarge(response.status))
        else controller.enqueue(chunk)
      },
    })
    return new Response(body.pipeThrough(counted), response)
  }
