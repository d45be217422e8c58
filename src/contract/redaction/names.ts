import { possibleSchemas, propertyOf } from "../described-value.ts"
import type { JsonObject } from "../document.ts"
import { entries, get } from "../document-diff/json.ts"
import { irreplaceable, type Place, type Walk } from "./place.ts"
import { breaksTheSame, listed } from "./rules.ts"
import { textsFor } from "./texts.ts"

/** The surroundings of a name. */
interface Naming {
  /** The place that it names. */
  readonly place: Place
  /** The schemas of its object. */
  readonly schemas: ReadonlyArray<JsonObject>
  /** The names that its object has already. */
  readonly taken: Set<string>
}

/** How many names are tried. An object rarely has more than a few of them already. */
const names = 100

/** Replaces a name that the document does not know, the n-th such name of its object, by one that is not `taken`. */
export const replaceName = (
  { described, replacing }: Walk,
  { place, schemas, taken }: Naming,
  name: string,
  n: number,
): (() => string) => {
  const naming = possibleSchemas(
    described,
    schemas.flatMap((schema) => get(schema, "propertyNames") ?? []),
  )
  const patterns = schemas.flatMap((schema) => entries(get(schema, "patternProperties")).map(([key]) => key))
  const all = [...naming, ...patterns.map((pattern) => ({ pattern }))]
  const accepts = breaksTheSame(described, all, name)
  return replacing.text({
    accepts: (text) => !taken.has(text) && accepts(text) && !propertyOf(schemas, text).known,
    *candidates() {
      const numbers = Array.from({ length: names }, (_, index) => n + index)
      yield* numbers.map((number) => `redacted-${number}`)
      for (const number of numbers) {
        yield* textsFor({ schemas: all, steps: ["redacted", String(number)], variant: number - 1 }, "")
      }
    },
    identifies: !naming.some((schema) => listed(schema).includes(name)),
    isName: true,
    message: () => irreplaceable(place),
    original: name,
    settled: (text) => taken.add(text),
    steps: place.shown,
  })
}
