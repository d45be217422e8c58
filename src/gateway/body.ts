import * as Effect from "effect/Effect"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { parseJson } from "./json.ts"
import { problem, type Refusal } from "./problem.ts"

const largest = 64 * 1024

/** How long a body may take to arrive. */
const patience = "10 seconds"

/** Reads a request's body as JSON: of the right type, at most 64 KiB, UTF-8. Fails with the refusal that says why not. */
export const readJson = (request: HttpServerRequest.HttpServerRequest): Effect.Effect<unknown, Refusal> =>
  Effect.suspend(() => {
    const type = request.headers["content-type"]?.toLowerCase().replaceAll(" ", "")
    if (type !== "application/json" && type !== "application/json;charset=utf-8") {
      return refused("unsupported-media-type", "Send the body as application/json.")
    }
    if (request.headers["content-encoding"] !== undefined) {
      return refused("unsupported-media-type", "Send the body without a content-encoding.")
    }
    if (Number(request.headers["content-length"] ?? 0) > largest) return tooLarge
    return Effect.tryPromise(() => read((request.source as Request).body)).pipe(
      Effect.timeoutOption(patience),
      Effect.catch(() => refused("malformed-json", "The body broke off.")),
      Effect.flatMap(
        Option.match({
          onNone: () => refused("body-too-slow", `The body did not arrive within ${patience}.`),
          onSome: (bytes) => (bytes === undefined ? tooLarge : parse(bytes)),
        }),
      ),
    )
  })

const refused = (...[kind, detail]: Parameters<typeof problem>) =>
  Effect.fail({ problem: problem(kind, detail) })

const tooLarge = refused("body-too-large", `The body is limited to ${largest} bytes.`)

/** All of a stream, or `undefined` where it is longer than allowed: what its length was said to be proves nothing. */
const read = async (stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> => {
  const bytes = new Uint8Array(largest)
  const reader = stream?.getReader()
  for (let length = 0; ;) {
    const chunk = await reader?.read()
    if (chunk?.value === undefined) return bytes.subarray(0, length)
    if (length + chunk.value.length > largest) {
      await reader?.cancel()
      return undefined
    }
    bytes.set(chunk.value, length)
    length += chunk.value.length
  }
}

const parse = (bytes: Uint8Array): Effect.Effect<unknown, Refusal> => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return Result.match(parseJson(text), {
      onFailure: (fault) => refused("malformed-json", fault),
      onSuccess: (value) => Effect.succeed(value),
    })
  } catch {
    return refused("malformed-json", "The body is not UTF-8.")
  }
}
