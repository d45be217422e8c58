import type { Json } from "../document.ts"
import { get, isList, isObject, isText } from "./json.ts"

/** What a node stands for, its references followed; they may lead from one to the next. */
export const follow = (document: unknown, node: Json | undefined): Json | undefined => {
  const seen = new Set<string>()
  let found = node
  for (let ref = get(found, "$ref"); isText(ref); ref = get(found, "$ref")) {
    if (seen.has(ref)) throw new Error(`The reference ${ref} leads to itself`)
    seen.add(ref)
    found = target(document, ref)
  }
  return found
}

/** What one reference points to. */
export const target = (document: unknown, ref: string): Json => {
  const steps = ref.startsWith("#/") ? ref.slice(2).split("/") : []
  const found = steps.reduce<unknown>((node, step) => child(node, decode(step)), document)
  if (steps.length === 0 || !isJson(found))
    throw new Error(`The reference ${ref} leads nowhere in its document`)
  return found
}

const child = (node: unknown, step: string): unknown => (isList(node) ? node[Number(step)] : get(node, step))

const decode = (step: string): string => {
  const name = step.replaceAll("~1", "/").replaceAll("~0", "~")
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const isJson = (value: unknown): value is Json => isObject(value) || typeof value === "boolean"
