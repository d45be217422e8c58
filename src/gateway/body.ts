import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { within } from "../provider/within.ts"
import { parseJson } from "./json.ts"
import { isJson, isPlain } from "./media-type.ts"
import { problem, type Refusal } from "./problem.ts"

const largest = 64 * 1024

/** How long a body may take to arrive, in milliseconds. */
const patience = 10_000

/** Reads a request's body as JSON: of the right type, at most 64 KiB, UTF-8. Fails with the refusal that says why not. */
export const readJson = (request: Request): Effect.Effect<unknown, Refusal> =>
  Effect.suspend(() => {
    if (!isJson(request.headers.get("content-type") ?? undefined)) {
      return refused("unsupported-media-type", "Send the body as application/json.")
    }
    if (!isPlain(request.headers.get("content-encoding") ?? undefined)) {
      return refused("unsupported-media-type", "Send the body without a content-encoding.")
    }
    return Effect.flatMap(readBytes(request, largest), (bytes) => {
      if (bytes === undefined)
        return refused("body-too-slow", `The body did not arrive within ${patience / 1_000} seconds.`)
      return bytes === "too large" ? tooLarge : parse(bytes)
    })
  })

/** Reads a request's body of at most `most` bytes; `undefined` where it takes too long. */
export const readBytes = (
  request: Request,
  most: number,
): Effect.Effect<Uint8Array | "too large" | undefined, Refusal> =>
  Number(request.headers.get("content-length") ?? 0) > most
    ? Effect.succeed("too large")
    : within(patience, brokenOff, (signal) => read(request, most, signal))

const refused = (...[kind, detail]: Parameters<typeof problem>) =>
  Effect.fail<Refusal>({ problem: problem(kind, detail) })

const tooLarge = refused("body-too-large", `The body is limited to ${largest} bytes.`)

const brokenOff = (): Refusal => ({ problem: problem("malformed-json", "The body broke off.") })

/** All of a body, or that it is longer than allowed. */
const read = async (
  request: Request,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | "too large"> => {
  if (!request.headers.has("content-length")) return readStream(request.body, most, signal)
  // A connection keeps to the length that was said, and a `Request` that nobody sent may be of any.
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > most ? "too large" : bytes
}

const readStream = async (
  stream: ReadableStream<Uint8Array> | null,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | "too large"> => {
  const reader = stream?.getReader()
  // Of a body without a length nobody knows how much is still to come. One that broke off can't be cancelled.
  signal.onabort = () => void reader?.cancel().catch(() => undefined)
  // Chunks are copied, not kept: one of a single byte may hold a buffer of 4 KiB.
  const bytes = new Uint8Array(most)
  let length = 0
  for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
    if (length + chunk.value.length > most) {
      await reader?.cancel()
      return "too large"
    }
    bytes.set(chunk.value, length)
    length += chunk.value.length
  }
  return bytes.subarray(0, length)
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const parse = (bytes: Uint8Array): Effect.Effect<unknown, Refusal> => {
  try {
    return Result.match(parseJson(utf8.decode(bytes)), {
      onFailure: (fault) => refused("malformed-json", fault),
      onSuccess: (value) => Effect.succeed(value),
    })
  } catch {
    return refused("malformed-json", "The body is not UTF-8.")
  }
}
