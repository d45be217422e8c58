import * as Schema from "effect/Schema"

/** A check that a string is an absolute http or https URL: what a browser may be sent to. */
export const isLink = Schema.makeFilter((text: string) => /^https?:\/\//i.test(text) && URL.canParse(text), {
  expected: "an http(s) URL",
})
