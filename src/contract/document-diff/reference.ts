import { unescapeToken } from "effect/JsonPointer"
import type { Json, JsonObject } from "../document.ts"
import { get, isObject, isText } from "./json.ts"

/** What a node stands for, its references followed; they may lead from one to the next. */
export const follow = <A>(document: unknown, node: A, seen: ReadonlyArray<string> = []): A => {
  const ref = get(node, "$ref")
  if (!isText(ref)) return node
  if (seen.includes(ref)) throw new Error(`The reference ${ref} leads to itself`)
  return follow(document, target(document, ref) as A, [...seen, ref])
}

/** What one reference points to. */
export const target = (document: unknown, ref: string): Json => {
  const found = targetIfAny(document, ref)
  if (found !== undefined) return found
  throw new Error(`The reference ${ref} leads nowhere in its document`)
}

/** The target of a reference; `undefined` where there is none, or where it is in another document. */
export const targetIfAny = (document: unknown, ref: string): JsonObject | boolean | undefined => {
  const found = ref.startsWith("#/") ? at(document, ref) : undefined
  return isObject(found) || typeof found === "boolean" ? found : undefined
}

/** What stands at a JSON Pointer that is written as a fragment of a URI. */
export const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .map(decode)
    .reduce<unknown>(
      (node, name) => (Object.hasOwn(Object(node), name) ? Object(node)[name] : undefined),
      value,
    )

const decode = (step: string): string => {
  const name = unescapeToken(step)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
