import { isDeepStrictEqual } from "node:util"
import type { OpenApiDocument } from "./document.ts"

/** Where each document of one API came from, for errors, and what it says. */
export interface Source {
  readonly name: string
  readonly document: OpenApiDocument
}

/**
 * Joins the documents of one API. A provider publishes one document per page, and the pages repeat what they
 * share; that what two pages call by one name is one thing is checked, not assumed.
 */
export const join = (sources: ReadonlyArray<Source>): OpenApiDocument => {
  const [first, ...rest] = sources
  if (first === undefined) throw new Error("There is no document to join")
  return rest.reduce<OpenApiDocument>(
    (joined, { document, name }) => ({
      ...joined,
      paths: merge(joined.paths, document.paths, `${name}: paths`),
      components: mergeComponents(joined.components, document.components, name),
    }),
    first.document,
  )
}

type Components = OpenApiDocument["components"]

const mergeComponents = (left: Components, right: Components, name: string): Components =>
  Object.entries(right).reduce<Components>(
    (merged, [kind, components]) => ({
      ...merged,
      [kind]: merge(merged[kind] ?? {}, components, `${name}: components.${kind}`),
    }),
    left,
  )

const merge = <A>(left: Readonly<Record<string, A>>, right: Readonly<Record<string, A>>, where: string) => {
  for (const [key, value] of Object.entries(right)) {
    if (key in left && !isDeepStrictEqual(left[key], value)) {
      throw new Error(`${where}.${key} differs from what another document of the same API says`)
    }
  }
  return { ...left, ...right }
}
