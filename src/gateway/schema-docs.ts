import { type Markup, markup } from "./markup.ts"

/** A JSON Schema, as far as Effect writes them. */
export interface JsonSchema {
  readonly $ref?: string
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly const?: unknown
  readonly enum?: ReadonlyArray<string | number | boolean | null>
  readonly examples?: ReadonlyArray<unknown>
  readonly exclusiveMinimum?: number
  readonly format?: string
  readonly items?: JsonSchema
  readonly maxItems?: number
  readonly maxLength?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly type?: string
}

const nameIn = ($ref: string) => $ref.slice($ref.lastIndexOf("/") + 1)

const joined = (parts: ReadonlyArray<Markup>, separator: string) =>
  markup`${parts.map((part, at) => (at === 0 ? part : markup`${separator}${part}`))}`

const formats: Readonly<Record<string, string>> = {
  "date-time": "an RFC 3339 date-time",
  email: "an email address",
  "flake-id": "a Flake ID (a 64-bit integer in decimal)",
  uuid: "a UUID",
}

const uuid = /^\^\[0-9a-fA-F\]\{8\}-/

/** What a schema demands beyond its type, in words. */
const demands = (schema: JsonSchema): ReadonlyArray<string> => {
  const say = (value: number | undefined, words: string, after = "") =>
    // A limit of 2^53 is the type's: it is how an integer is described.
    value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? [] : [`${words} ${value}${after}`]
  const format = formats[schema.format ?? (uuid.test(schema.pattern ?? "") ? "uuid" : "")]
  return [
    ...new Set([
      ...(format === undefined ? [] : [format]),
      ...say(schema.maximum, "less than or equal to"),
      ...say(schema.minimum, "greater than or equal to"),
      ...say(schema.exclusiveMinimum, "greater than"),
      ...say(schema.minLength, "at least", " code points"),
      ...say(schema.maxLength, "at most", " code points"),
      ...say(schema.minItems, "at least", " items"),
      ...say(schema.maxItems, "at most", " items"),
      ...(schema.allOf ?? []).flatMap(demands),
    ]),
  ]
}

/** Describes schemas: each as it is, and in `sections` what the descriptions so far refer to. */
export const describer = (components: Readonly<Record<string, JsonSchema>>) => {
  const referredTo = new Set<string>()

  const typeOf = (schema: JsonSchema): Markup => {
    const { $ref, additionalProperties: values, anyOf, enum: constants, items, type = "anything" } = schema
    if ($ref !== undefined) {
      const name = nameIn($ref)
      referredTo.add(name)
      return markup`<a href="#${name}">${name}</a>`
    }
    if (anyOf !== undefined) return joined(anyOf.map(typeOf), " or ")
    if (constants !== undefined) {
      const quoted = constants.map((constant) => markup`<code>${String(constant)}</code>`)
      return joined(quoted, ", ")
    }
    if (items !== undefined) return markup`array of ${typeOf(items)}`
    if (typeof values === "object") return markup`object with values of ${typeOf(values)}`
    if (schema.properties !== undefined) return describe(schema)
    return markup`${[type, ...demands(schema)].join(", ")}`
  }

  const describe = (schema: JsonSchema): Markup => {
    if (schema.$ref !== undefined) return describe(components[nameIn(schema.$ref)] ?? {})
    const { properties, required = [] } = schema
    if (properties === undefined) return typeOf(schema)
    const rows = Object.entries(properties).map(([name, property]) => {
      const must = required.includes(name) ? markup` <em>required</em>` : ""
      return markup`<dt><code>${name}</code>${must}</dt><dd>${typeOf(property)}</dd>`
    })
    return markup`<dl>${rows}</dl>${demands(schema).map((demand) => markup`<p>${demand}</p>`)}`
  }

  const sections = (): ReadonlyArray<Markup> => {
    const made: Array<Markup> = []
    // What is described here refers to more, and a set that grows while it is walked is walked to its end.
    for (const name of referredTo) {
      made.push(markup`<section id="${name}"><h3>${name}</h3>${describe({ $ref: name })}</section>`)
    }
    return made
  }

  return { describe, sections }
}
