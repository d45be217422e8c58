import { randomBytes, randomUUID } from "node:crypto"
import type { Json, JsonObject } from "../../specs/tools/document.ts"

const lifetime = 15 * 60 * 1000

/** 42 bits of time, 22 of a counter, as flake ids are made: unique within a run, and ordered. */
let counter = 0n
const flakeId = () => String((BigInt(Date.now()) << 22n) | (counter++ & 0x3fffffn))

const random = () => randomBytes(24).toString("base64url")
const base64url = (value: Json) => Buffer.from(JSON.stringify(value)).toString("base64url")
const later = () => new Date(Date.now() + lifetime)

const byName: Readonly<Record<string, () => Json>> = {
  checkout_token: () =>
    [
      base64url({ alg: "HS256", typ: "JWT" }),
      base64url({ jti: randomUUID(), exp: Math.floor(later().getTime() / 1000) }),
      random(),
    ].join("."),
  payment_link: () => `https://pay.paywint.example/${randomUUID()}`,
  queryGeneratedTime: () => Date.now() / 1000,
  token: random,
  url: () => `https://checkout.paynow.example/${random()}`,
}

const byFormat: Readonly<Record<string, () => Json>> = {
  "date-time": () => later().toISOString(),
  email: () => `${random()}@payer.example`,
  "flake-id": flakeId,
  uuid: randomUUID,
}

/** A fresh value that satisfies `schema`, every property given. */
export const example = (
  schema: JsonObject,
  schemas: Readonly<Record<string, JsonObject>>,
  name = "",
): Json => {
  const { $ref, anyOf, oneOf, const: only, default: usual, enum: choices, format, properties, items } = schema
  const target = typeof $ref === "string" ? schemas[$ref.replace("#/components/schemas/", "")] : undefined
  if (target !== undefined) return example(target, schemas, name)
  const branch = list(anyOf ?? oneOf)
    .filter(isObject)
    .find((one) => typeOf(one) !== "null")
  if (branch !== undefined) return example(branch, schemas, name)

  const named = byName[name] ?? (typeof format === "string" ? byFormat[format] : undefined)
  if (named !== undefined) return named()
  const [fixed] = [only, usual, ...list(choices)].filter((value) => value !== undefined)
  if (fixed !== undefined) return fixed

  switch (typeOf(schema)) {
    case "object":
      return Object.fromEntries(
        Object.entries(isObject(properties) ? properties : {}).map(([key, property]) => [
          key,
          isObject(property) ? example(property, schemas, key) : null,
        ]),
      )
    case "array":
      return isObject(items) ? [example(items, schemas)] : []
    case "string":
      return "text"
    case "boolean":
      return true
    case "integer":
    case "number":
      return 1
    default:
      return null
  }
}

/** "null" only of what can be nothing else. */
const typeOf = ({ type }: JsonObject) => list(type).find((one) => one !== "null") ?? type

const list = (value: Json | undefined): ReadonlyArray<Json> =>
  value === undefined ? [] : isList(value) ? value : [value]
const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !isList(value)
