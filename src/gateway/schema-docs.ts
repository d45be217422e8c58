import { type Markup, markup } from "./markup.ts"

/** A JSON Schema, as far as Effect writes them. `expected` says in words what a check demands. */
export interface JsonSchema {
  readonly $ref?: string
  readonly additionalProperties?: boolean | JsonSchema
  readonly allOf?: ReadonlyArray<{ readonly expected?: string }>
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly enum?: ReadonlyArray<string | number>
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly type?: string
}

const nameIn = ($ref: string) => $ref.slice($ref.lastIndexOf("/") + 1)

const joined = (parts: ReadonlyArray<Markup>, separator: string) =>
  markup`${parts.map((part, at) => (at === 0 ? part : markup`${separator}${part}`))}`

/** What the type says already, or nothing at all. */
const needless = new Set(["a finite number", "an integer", ""])

const demands = ({ allOf = [] }: JsonSchema) => {
  const all = new Set(allOf.map(({ expected = "" }) => expected.replace(/^a (value|string) /, "")))
  return [...all].filter((demand) => !needless.has(demand))
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
      const quoted = constants.map((constant) => markup`<code>${constant}</code>`)
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
