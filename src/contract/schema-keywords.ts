/**
 * The keywords of JSON Schema that hold schemas: a schema or a list of them, or, as `["schema"]`, a map from names to
 * schemas. Kept apart from `places.ts` because the Worker needs only this part.
 */
export const schemaKeywords = {
  $defs: ["schema"],
  additionalProperties: "schema",
  allOf: "schema",
  anyOf: "schema",
  contains: "schema",
  contentSchema: "schema",
  definitions: ["schema"],
  dependencies: ["schema"],
  dependentSchemas: ["schema"],
  else: "schema",
  if: "schema",
  items: "schema",
  not: "schema",
  oneOf: "schema",
  patternProperties: ["schema"],
  prefixItems: "schema",
  properties: ["schema"],
  propertyNames: "schema",
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: "schema",
  unevaluatedItems: "schema",
  unevaluatedProperties: "schema",
} as const satisfies Readonly<Record<string, "schema" | readonly ["schema"]>>
