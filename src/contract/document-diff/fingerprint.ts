import type { Json } from "../document.ts"
import type { ReadShape } from "./read-shape.ts"
import type { Facet } from "./shape.ts"

/** What a form of a value is made of, by part, in numbers that are equal where the parts are. */
export type Signature = ReadonlyMap<string, number>

export interface Signed {
  readonly signature: Signature
  readonly number: number
}

/** Signs a form by what it is made of down to some depth. */
export type Sign = (facet: Facet, read: ReadShape, depth: number) => Signed

export const signer = (): Sign => {
  const numbers = new Map<string, number>()
  const known = new WeakMap<Facet, Map<number, Signed>>()

  const number = (part: Json): number => {
    const text = JSON.stringify(part)
    const found = numbers.get(text) ?? numbers.size
    numbers.set(text, found)
    return found
  }

  const sign: Sign = (facet, read, left) => {
    const byDepth = known.get(facet) ?? new Map<number, Signed>()
    const found = byDepth.get(left)
    if (found !== undefined) return found
    const signature = build(facet, read, left)
    const made = { signature, number: number([...signature].map(([part, its]) => `${part} ${its}`).sort()) }
    known.set(facet, byDepth.set(left, made))
    return made
  }

  const build = (facet: Facet, read: ReadShape, left: number): Signature => {
    const inner = (schema: Json | undefined): number => {
      if (left === 0) return 0
      return number(
        read(schema)
          .facets.map((one) => sign(one, read, left - 1).number)
          .sort(),
      )
    }
    const property = (name: string) => number([facet.required.has(name), inner(facet.properties.get(name))])
    const names = new Set([...facet.properties.keys(), ...facet.required])
    return new Map([
      ["type", number(facet.type)],
      ["values", number(facet.values ?? null)],
      ...Object.entries(facet.limits).map(([keyword, value]) => [`limit ${keyword}`, number(value)] as const),
      ...[...names].map((name) => [`property ${name}`, property(name)] as const),
      ["rest", facet.rest === false ? -1 : inner(facet.rest)],
      ["items", inner(facet.items)],
    ])
  }

  return sign
}

/** In how many parts two forms differ. */
export const distance = (one: Signature, other: Signature): number =>
  [...new Set([...one.keys(), ...other.keys()])].filter((part) => one.get(part) !== other.get(part)).length
