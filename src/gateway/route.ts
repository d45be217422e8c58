import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { HttpMethod, ParameterPlace } from "../api/endpoint.ts"
import type { Caller } from "./caller.ts"
import type { Refusal } from "./problem.ts"
import type { Reply } from "./reply.ts"

/** A request that arrived at a route. */
export interface Asked {
  readonly request: Request
  /** The path as it was sent, without its query. */
  readonly path: string
  /** The parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
}

/** Answers the requests of a route. */
export type Handler<R = never> = (asked: Asked) => Effect.Effect<Reply, Refusal, R>

/** The description of a route in the OpenAPI document. */
export interface Description {
  readonly tag: string
  readonly operationId: string
  readonly summary: string
  readonly request?: { readonly schema: Schema.Constraint; readonly isRequired: boolean }
  readonly successes: ReadonlyArray<{
    readonly status: number
    /** Without one the answer has no body. */
    readonly schema?: Schema.Constraint | undefined
    /** The media type of a body that is not JSON. */
    readonly type?: string | undefined
  }>
  readonly params?: ReadonlyArray<
    ParameterPlace & { readonly name: string; readonly required: boolean; readonly schema: Schema.Constraint }
  >
  /** Whether the route takes an `Idempotency-Key`, and whether it needs one. */
  readonly idempotencyKey?: "optional" | "required"
}

interface Common {
  readonly method: Uppercase<HttpMethod>
  /** Parameters stand in braces: `/v1/stores/{store_id}`. */
  readonly path: `/${string}`
  /** The name by which the log and the metrics know what is called. */
  readonly operation?: string
  /** A route that has neither an operation nor a description is not in the OpenAPI document. */
  readonly described?: () => Description
}

/**
 * A route of the gateway. Its handler is made once, with the services of the gateway; `undefined` where the
 * configuration leaves the route out, which is then answered like any path that does not exist.
 */
export type Route<R = never> =
  | (Common & { readonly access: "public"; readonly handler: Effect.Effect<Handler | undefined, never, R> })
  | (Common & {
      readonly access: "caller-key"
      readonly handler: Effect.Effect<Handler<Caller> | undefined, never, R>
    })

/** A path in the spelling of Hono, which the log has too: `/v1/stores/:store_id`. */
export const patternOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1")

/** The path of a URL, without `new URL`, which costs 20 µs. */
export const pathOf = (url: string): string => {
  const start = url.indexOf("/", url.indexOf("://") + 3)
  const end = url.slice(start).search(/[?#]/)
  return end === -1 ? url.slice(start) : url.slice(start, start + end)
}

/**
 * Makes the function that reads the parameters of a path; it gives `undefined` where a segment is spelt otherwise or can't
 * be decoded. Hono matches decoded paths, and a route has one spelling: a guard in front of the gateway could be bypassed
 * by another. Segments are compared from the end, because an app may be mounted under a prefix.
 */
export const pathReader = (
  template: string,
): ((path: string) => Readonly<Record<string, string>> | undefined) => {
  if (template === "/") return () => ({})
  const wanted = template.split("/").slice(1)
  const parameters = wanted.map((segment) => (segment.startsWith("{") ? segment.slice(1, -1) : undefined))
  return (path) => {
    // A guard may take the rest of a segment for a parameter of the path.
    if (path.includes(";")) return undefined
    const given = path.split("/").slice(-wanted.length)
    const params: Record<string, string> = {}
    for (const [at, name] of parameters.entries()) {
      const value = given[at] ?? ""
      if (name === undefined) {
        if (value !== wanted[at]) return undefined
        continue
      }
      try {
        params[name] = decodeURIComponent(value)
      } catch {
        return undefined
      }
    }
    return params
  }
}
