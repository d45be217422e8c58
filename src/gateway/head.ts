import { problem, type Refusal } from "./problem.ts"

/** Names and values of all headers, in characters. Nothing that is asked for here needs a tenth of it. */
const largest = 32 * 1024

const overrides = ["x-http-method", "x-http-method-override", "x-method-override"]

/** Why a request is refused for what stands before its body, if it is. */
export const headFault = ({ headers }: Request): Refusal | undefined => {
  const override = overrides.find((name) => headers.has(name))
  if (override !== undefined) {
    return { problem: problem("method-override", `A request's method is its method; leave ${override} out.`) }
  }
  let size = 0
  headers.forEach((value, name) => {
    size += name.length + value.length
  })
  return size > largest
    ? { problem: problem("headers-too-large", `The headers are limited to ${largest} characters.`) }
    : undefined
}
