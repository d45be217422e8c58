import type * as Schema from "effect/Schema"

/** A method of HTTP, as OpenAPI writes it. */
export type HttpMethod = "delete" | "get" | "head" | "options" | "patch" | "post" | "put" | "trace"

/** How a parameter is written in a request: OpenAPI's `style` and `explode`, where they are not the default of its place. */
export interface ParameterPlace {
  readonly in: "header" | "path" | "query"
  readonly style?: "deepObject" | "form" | "label" | "matrix" | "pipeDelimited" | "simple" | "spaceDelimited"
  readonly explode?: boolean
}

/** A body: its schema, and its media type where that is not `application/json`. */
export interface Content {
  readonly schema: Schema.Decoder<unknown>
  readonly type?: string
}

/** A request's body. */
export interface RequestContent extends Content {
  /** Whether a request may come without it. */
  readonly optional?: true
  /** How the properties of a form are written, where that is not the default: scalars as text, lists repeated, objects as JSON. */
  readonly encoding?: Readonly<Record<string, Omit<ParameterPlace, "in">>>
}

/**
 * What a provider's document says about one operation. `npm run generate` writes one for every operation of every
 * document in `specs/`; it can also be written by hand.
 */
export interface Endpoint {
  readonly method: HttpMethod
  /** With its parameters in braces: `/v1/stores/{storeId}/checkouts`. */
  readonly path: string
  /** All parameters in one object, by name, whatever their place in the request. */
  readonly params?: Schema.Decoder<object>
  /** The place of each parameter. Those that are not listed are in the path. */
  readonly places?: Readonly<Record<string, ParameterPlace>>
  readonly body?: RequestContent
  /** The successes by status; `null` where the answer has no body. */
  readonly success: Readonly<Record<number, Content | null>>
  /**
   * The client errors that the document lists. After any other one the outcome is unknown, unless HTTP says that the
   * request was not processed.
   */
  readonly errors?: ReadonlyArray<number | "4XX">
}

// --- types of an endpoint, from its schemas ---

/** The type that a schema decodes to. */
type TypeOf<Content> = Content extends { readonly schema: { readonly Type: infer Type } } ? Type : undefined

/** The type of an endpoint's parameters; `unknown` where it has none. */
export type ParamsOf<E extends Endpoint> = E extends { readonly params: { readonly Type: infer Params } }
  ? Params
  : unknown

/** The type of an endpoint's request body; `undefined` where it has none. */
export type BodyOf<E extends Endpoint> = TypeOf<E["body"]>

/** The type of an endpoint's answers: of all successes; `undefined` for one without a body. */
export type AnswerOf<E extends Endpoint> = {
  readonly [Status in keyof E["success"]]: TypeOf<E["success"][Status]>
}[keyof E["success"]]

// --- types of an endpoint, from the document by openapi-typescript ---

type Described<Paths, Path extends keyof Paths, Method extends HttpMethod> = Paths[Path] extends {
  readonly [M in Method]: infer Operation
}
  ? Operation
  : never

type Parameters<Operation, Place extends string> = Operation extends {
  readonly parameters: { readonly [P in Place]?: infer Params }
}
  ? [Exclude<Params, undefined>] extends [never]
    ? unknown
    : Exclude<Params, undefined>
  : unknown

type Contents<Message> = Message extends { readonly content: infer Media } ? Media[keyof Media] : undefined

type Sent<Operation> = Operation extends { readonly requestBody?: infer Body }
  ? Contents<Exclude<Body, undefined>>
  : undefined

type Succeeded<Operation> = Operation extends { readonly responses: infer Responses }
  ? {
      readonly [
        Status in Extract<keyof Responses, number> as `${Status}` extends `2${string}` ? Status : never
      ]: {
        readonly schema: Schema.Decoder<Contents<Responses[Status]>>
      } | null
    }
  : never

/**
 * An endpoint as openapi-typescript's `paths` describe it. Use it with `satisfies`: a path or method that is not in the
 * document, or a schema with another type, does not compile.
 */
export interface EndpointOf<
  Paths,
  Method extends HttpMethod,
  Path extends {
    readonly [P in keyof Paths]: Paths[P] extends { readonly [M in Method]: object } ? P : never
  }[keyof Paths],
> extends Endpoint {
  readonly method: Method
  readonly path: Path & string
  readonly params?: Schema.Decoder<
    object &
      Parameters<Described<Paths, Path, Method>, "path"> &
      Parameters<Described<Paths, Path, Method>, "query"> &
      Partial<Parameters<Described<Paths, Path, Method>, "header">>
  >
  readonly body?: RequestContent & {
    readonly schema: Schema.Decoder<Exclude<Sent<Described<Paths, Path, Method>>, undefined>>
  }
  readonly success: Partial<Succeeded<Described<Paths, Path, Method>>> & Endpoint["success"]
}

/** The names of the parameters in a path such as `/stores/{storeId}/orders`, in their order. */
export const namesInPath = (path: string): ReadonlyArray<string> =>
  Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name)
