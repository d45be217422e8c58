const given = (...names: ReadonlyArray<string>) => ({
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
})

/** Rules for request bodies that a provider's document states in its descriptions and not in its schemas. */
export const saidInProse: Readonly<Record<string, ReadonlyArray<object>>> = {
  "PaywintDeveloper.createCheckoutToken": [{ anyOf: [given("email"), given("phone", "phone_country_code")] }],
}
