import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { withoutEndSlashes } from "../provider/base-url.ts"

/** Where spans or metrics are sent. */
export interface Destination {
  readonly url: string
  /** Secrets: sent, never shown. */
  readonly headers: Readonly<Record<string, string>>
  /** In milliseconds. */
  readonly timeout: number
}

export interface OtlpSettings {
  readonly traces?: Destination | undefined
  readonly metrics?: Destination | undefined
  /** Attributes of what sends. */
  readonly resource: Readonly<Record<string, string>>
}

/** Settings for a collector that needs nothing but its address. */
export const settingsFor = (endpoint: string): OtlpSettings => {
  const to = (signal: Signal) => ({
    headers: {},
    timeout: usualTimeout,
    url: withPath(endpoint, signal) ?? endpoint,
  })
  return { metrics: to("metrics"), resource: { "service.name": usualName }, traces: to("traces") }
}

type Signal = "metrics" | "traces"

// The default of the specification.
const usualTimeout = 10_000
const usualName = "edge-checkout"

/**
 * Reads the settings from OpenTelemetry's variables (opentelemetry.io/docs/specs/otel/protocol/exporter), with warnings
 * about those that can't be used. A warning names a variable and never quotes it. A signal whose endpoint or headers
 * can't be read is not sent. `undefined` where there is no endpoint.
 */
export const otlpSettings: Effect.Effect<{
  readonly settings: OtlpSettings | undefined
  readonly warnings: ReadonlyArray<string>
}> = Effect.gen(function* () {
  const variables = yield* ConfigProvider.ConfigProvider
  const warnings = new Set<string>()

  /** Parses the first of the variables that is set. `parse` returns `undefined` for a value that it can't read. */
  const read = Effect.fnUntraced(function* <A>(
    names: ReadonlyArray<string>,
    right: string,
    parse: (text: string) => A | undefined,
  ): Effect.fn.Return<A | "unreadable" | undefined> {
    for (const name of names) {
      // Not by `Config`, which treats an object, as a Worker's variable can be, as absent.
      const node = yield* Effect.orDie(variables.load([name]))
      const text = node === undefined ? "" : node.value?.trim()
      if (text === "") continue
      const parsed = text === undefined ? undefined : parse(text)
      if (parsed !== undefined) return parsed
      warnings.add(`${name} can't be used: it must be ${right}.`)
      return "unreadable"
    }
    return undefined
  })

  const to = Effect.fnUntraced(function* (signal: Signal): Effect.fn.Return<Destination | undefined> {
    const names = (what: string) => [
      `OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${what}`,
      `OTEL_EXPORTER_OTLP_${what}`,
    ]
    const [own = "", ...shared] = names("ENDPOINT")
    const url =
      (yield* read([own], aUrl, (text) => withPath(text))) ??
      (yield* read([...shared, "OTLP_ENDPOINT"], aUrl, (text) => withPath(text, signal)))
    if (url === undefined) return undefined
    yield* read(names("PROTOCOL"), "http/json, the only protocol that is supported", (text) =>
      text === "http/json" ? text : undefined,
    )
    const headers = yield* read(names("HEADERS"), `${aList}, with valid header names and values`, headersIn)
    const timeout = yield* read(names("TIMEOUT"), "a number of milliseconds", milliseconds)
    return url === "unreadable" || headers === "unreadable"
      ? undefined
      : {
          headers: headers ?? {},
          timeout: timeout === "unreadable" ? usualTimeout : (timeout ?? usualTimeout),
          url,
        }
  })

  const disabled = yield* read(["OTEL_SDK_DISABLED"], "true or false", (text) =>
    /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined,
  )
  if (disabled === "true") return { settings: undefined, warnings: [] }
  const [traces, metrics] = [yield* to("traces"), yield* to("metrics")]
  const name = yield* read(["OTEL_SERVICE_NAME"], "a text", (text) => ({ "service.name": text }))
  const attributes = yield* read(["OTEL_RESOURCE_ATTRIBUTES"], aList, pairs)
  const resource = {
    "service.name": usualName,
    ...(attributes === "unreadable" ? {} : attributes),
    ...(name === "unreadable" ? {} : name),
  }
  const settings = traces === undefined && metrics === undefined ? undefined : { metrics, resource, traces }
  return { settings, warnings: [...warnings] }
})

const aUrl = "an http(s) URL without credentials"
const aList = "a list of key=value, with values percent-encoded and commas between them"

/** An endpoint's URL, with the path of a signal where the endpoint is that of all. */
const withPath = (endpoint: string, signal?: Signal): string | undefined => {
  if (!URL.canParse(endpoint)) return undefined
  const url = new URL(endpoint)
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return undefined
  if (signal !== undefined) url.pathname = `${withoutEndSlashes(url.pathname)}/v1/${signal}`
  return url.href
}

const pairs = (text: string): Readonly<Record<string, string>> | undefined => {
  const found: Array<readonly [string, string]> = []
  for (const pair of text.split(",").filter((pair) => pair.trim() !== "")) {
    const at = pair.indexOf("=")
    const key = pair.slice(0, Math.max(0, at)).trim()
    if (key === "") return undefined
    try {
      found.push([key, decodeURIComponent(pair.slice(at + 1).trim())])
    } catch {
      return undefined
    }
  }
  return Object.fromEntries(found)
}

const headersIn = (text: string): Readonly<Record<string, string>> | undefined => {
  const found = pairs(text)
  try {
    return found && Object.fromEntries(new Headers(found))
  } catch {
    return undefined
  }
}

// At most nine digits: a timer can't wait longer than 2^31 - 1 milliseconds.
const milliseconds = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
